namespace Networks.Workflows.Common;

/// <summary>Stored names of the processes that a network in effect can run beside its own.</summary>
public static class ChangeProcesses
{
    public const string Accession = "accession";

    public const string Withdrawal = "withdrawal";

    public const string Amendment = "amendment";

    public const string Closing = "closing";
}
