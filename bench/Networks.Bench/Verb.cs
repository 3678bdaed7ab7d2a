using System.Diagnostics;

namespace Networks.Bench;

/// <summary>A command of the program, run to its end in a process of its own.</summary>
internal static class Verb
{
    /// <param name="program">The program's file.</param>
    /// <param name="words">Its name and what belongs to it.</param>
    /// <returns>From the start of the process to its end.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<TimeSpan> TimeAsync(string program, params string[] words)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(Path.GetFullPath(program), words) { RedirectStandardOutput = true })!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? clock.Elapsed : throw new InvalidOperationException($"networks {string.Join(' ', words)} ended with {process.ExitCode}.");
    }
}
