import type * as Monaco from 'monaco-editor';

/** The names of the editors' themes, for GraphiQL. */
export const EDITOR_THEMES = { light: 'custodes-light', dark: 'custodes-dark' };

/** Makes the themes known: monaco's own colours for the text, the page's for everything around it. */
export function defineEditorThemes(monaco: Pick<typeof Monaco, 'editor'>): void {
  monaco.editor.defineTheme(EDITOR_THEMES.light, {
    base: 'vs',
    inherit: true,
    rules: [{ token: 'comment', foreground: '4b5f5c' }],
    colors: around({ accent: '#0f766e', page: '#ffffff', field: '#3b4b6811' }),
  });
  monaco.editor.defineTheme(EDITOR_THEMES.dark, {
    base: 'vs-dark',
    inherit: true,
    rules: [{ token: 'comment', foreground: '9fb5b1' }],
    colors: around({ accent: '#5eead4', page: '#212a3b', field: '#b7c2d711' }),
  });
}

function around({ accent, page, field }: { accent: string; page: string; field: string }): Record<string, string> {
  const transparent = '#ffffff00';
  const touched = `${accent}22`;
  return {
    'editor.background': transparent,
    'scrollbar.shadow': transparent,
    focusBorder: accent,
    'textLink.foreground': accent,
    'textLink.activeForeground': accent,
    'editorLink.activeForeground': accent,
    'editorWidget.background': page,
    'editorHoverWidget.background': page,
    'editorSuggestWidget.background': page,
    'editorSuggestWidget.selectedBackground': touched,
    'editorSuggestWidget.selectedForeground': accent,
    'editorSuggestWidget.highlightForeground': accent,
    'editorSuggestWidget.focusHighlightForeground': accent,
    'menu.background': page,
    'menu.selectionBackground': touched,
    'menu.selectionForeground': accent,
    'list.hoverBackground': touched,
    'list.highlightForeground': accent,
    'list.focusHighlightForeground': accent,
    'quickInput.background': page,
    'quickInputList.focusBackground': touched,
    'input.background': field,
  };
}
