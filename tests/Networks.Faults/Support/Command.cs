using System.Diagnostics;

namespace Networks.Faults.Support;

/// <summary>A short command of the system.</summary>
internal static class Command
{
    /// <exception cref="InvalidOperationException">It ended with another code than 0.</exception>
    public static async Task RunAsync(string program, params string[] arguments)
    {
        if (await CodeAsync(program, arguments) is var code and not 0)
        {
            throw new InvalidOperationException($"{Path.GetFileName(program)} {string.Join(' ', arguments)} ended with {code}.");
        }
    }

    // The output goes nowhere: a server that the command starts would keep it open.
    public static async Task<int> CodeAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1 </dev/null", program, .. arguments]) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
