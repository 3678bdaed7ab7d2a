using System.Text;
using Networks.Workflows.Common;

namespace Networks.Web.Commands;

/// <summary>
/// A password to be, from the standard input so that it stands in no process list. Typed at a terminal it is not shown, and
/// asked for twice, since nobody sees a slip; piped in by a script it is the first line.
/// </summary>
internal static class NewPassword
{
    /// <returns>Null when it was typed differently the second time.</returns>
    public static async Task<string?> AskAsync(TextWriter output)
    {
        if (!Console.IsInputRedirected)
        {
            return await TypedAsync(output, () => Console.ReadKey(intercept: true));
        }

        await output.WriteLineAsync(Words.Say("commands.new-password"));
        return await Console.In.ReadLineAsync() ?? "";
    }

    /// <param name="next">Waits for the next key.</param>
    /// <returns>Null when it was typed differently the second time.</returns>
    internal static async Task<string?> TypedAsync(TextWriter output, Func<ConsoleKeyInfo> next)
    {
        await output.WriteLineAsync(Words.Say("commands.new-password"));
        var first = Unseen(next);
        await output.WriteLineAsync(Words.Say("commands.new-password-again"));
        return Unseen(next) == first ? first : null;
    }

    private static string Unseen(Func<ConsoleKeyInfo> next)
    {
        var typed = new StringBuilder();
        while (next() is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        return typed.ToString();
    }
}
