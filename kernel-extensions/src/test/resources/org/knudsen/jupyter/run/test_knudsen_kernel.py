"""Jupyter's own test of kernels (jupyter_kernel_test) on the notebook kernel, in all its parts but the pager, which
is IPython's alone: help shows below the cell here."""

import unittest

import jupyter_kernel_test


class KnudsenKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = "knudsen"
    language_name = "Java"
    file_extension = ".jshell"
    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("oops");'
    completion_samples = [{"text": "System.out.printl", "matches": {"println("}}]
    complete_code_samples = ["1", "int x = 2;", "int f() { return 1; }"]
    incomplete_code_samples = ["int f() {", "for (int i = 0; i < 3; i++) {"]
    code_generate_error = 'throw new IllegalStateException("no");'
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": '"a" + 1', "result": "a1"},
    ]
    code_display_data = [
        {"code": 'display("shown");', "mime": "text/plain"},
        {"code": 'display(Table.create("t", DoubleColumn.create("x", 1)));', "mime": "text/html"},
    ]
    code_history_pattern = "6*7"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Math.abs("
    code_clear_output = "clearOutput();"


if __name__ == "__main__":
    unittest.main()
