"""The samples of jupyter_kernel_test, each filled in: what Jupyter's own test of a kernel asks."""

import unittest

import jupyter_kernel_test


class Kernel(jupyter_kernel_test.KernelTests):
    kernel_name = "voiplab"
    language_name = "typescript"
    file_extension = ".ts"
    code_hello_world = 'console.log("hello, world")'
    code_stderr = 'console.error("it failed")'
    completion_samples = [
        {"text": "openCapt", "matches": {"openCapture"}},
        {"text": "[1].toLoc", "matches": {"toLocaleString"}},
        {"text": "lab.progr", "matches": {"progress"}},
    ]
    complete_code_samples = ["1", "const a = [\n  1,\n];", "for (const a of []) {}", "openCapture?"]
    incomplete_code_samples = ["const a = [", "function f() {\n  return 1;", "`open", "/* open", "f("]
    invalid_code_samples = ["const = 1", "let a = ;", "f(1))", "}"]
    code_page_something = "openCapture?"
    code_generate_error = 'throw new Error("wrong")'
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": "[1, 2].map((n) => n + 1)", "result": "[ 2, 3 ]"},
        {"code": 'await Promise.resolve("late")', "result": "'late'"},
        {"code": '({ "text/html": "<b>bold</b>" })', "mime": "text/html", "result": "<b>bold</b>"},
    ]
    code_display_data = [
        {"code": "display({ a: 1 }); 0", "mime": "text/plain"},
        {"code": 'display({ "text/html": "<b>bold</b>" }); 0', "mime": "text/html"},
        {"code": 'display({ "image/png": Uint8Array.of(1) }); 0', "mime": "image/png"},
    ]
    code_history_pattern = "6 ? 7"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "openCapture"
    code_clear_output = "clearOutput()"


class Welcome(jupyter_kernel_test.IopubWelcomeTests):
    kernel_name = "voiplab"
    support_iopub_welcome = True


if __name__ == "__main__":
    unittest.main(verbosity=2)
