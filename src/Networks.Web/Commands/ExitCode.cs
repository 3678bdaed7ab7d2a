namespace Networks.Web.Commands;

/// <summary>What the program answers to the shell that started it.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The command was understood and did not succeed; the error output says why.</summary>
    public const int Failed = 1;

    /// <summary>The command or an option was not understood; nothing was done.</summary>
    public const int Usage = 2;
}
