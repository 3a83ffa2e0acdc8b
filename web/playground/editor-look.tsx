import { useGraphiQL, useGraphiQLActions, useMonaco } from '@graphiql/react';
import { useEffect } from 'react';
import { defineEditorThemes } from './editor-themes.js';

const TEXT = { fontSize: 13, lineHeight: 20, wordWrap: 'on', wrappingIndent: 'same' } as const;

/**
 * How the editors look, which GraphiQL has no properties for: lines wrap, so that the comments of the ready queries can be read in
 * a narrow column; completion offers what the schema has, not words of the comments; the empty answer says how to get one; colours follow the system when it turns dark or light. Shows nothing
 * itself.
 */
export function EditorLook(): null {
  const monaco = useMonaco((state) => state.monaco);
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const responseEditor = useGraphiQL((state) => state.responseEditor);
  const theme = useGraphiQL((state) => state.theme);
  const { setTheme } = useGraphiQLActions();

  useEffect(() => {
    if (!monaco) return;
    defineEditorThemes(monaco);
    const choose = () => setTheme(theme);
    choose();
    const system = matchMedia('(prefers-color-scheme: dark)');
    system.addEventListener('change', choose);
    return () => system.removeEventListener('change', choose);
  }, [monaco, theme, setTheme]);

  useEffect(() => queryEditor?.updateOptions({ ...TEXT, wordBasedSuggestions: 'off' }), [queryEditor]);
  useEffect(
    () =>
      responseEditor?.updateOptions({
        ...TEXT,
        placeholder: 'Run the query: its answer comes here.',
      }),
    [responseEditor],
  );
  return null;
}
