import js from "@eslint/js";
import globals from "globals";

export default [
  { ignores: ["**/assets/**", ".venv/**", "build/**"] },
  js.configs.recommended,
  {
    files: ["components/**/*.js"],
    languageOptions: { globals: { ...globals.browser, L: "readonly" } },
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-var": "error",
      "prefer-const": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      // Words of articles are set as text, never as markup.
      "no-restricted-properties": [
        "error",
        { property: "innerHTML" },
        { property: "outerHTML" },
        { property: "insertAdjacentHTML" },
      ],
      "max-lines": ["error", 400],
      complexity: ["error", 20],
    },
  },
  {
    files: ["components/*/js/*.mjs", "tests/mapview/js/**/*.js"],
    languageOptions: { globals: globals.node },
  },
];
