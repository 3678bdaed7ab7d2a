namespace Networks.Workflows.Discovery.Needs;

/// <summary>Stored words of the history. What a desk answered is kept there without the desk's name for others.</summary>
internal static class NeedEvents
{
    public const string Sent = "discovery.need-sent";
    public const string FirmNamed = "discovery.need-firm-named";
    public const string NobodyNamed = "discovery.need-nobody";
    public const string Closed = "discovery.need-closed";
}
