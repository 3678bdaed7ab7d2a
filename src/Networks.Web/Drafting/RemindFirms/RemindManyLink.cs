namespace Networks.Web.Drafting.RemindFirms;

/// <summary>The address of reminding the silent firms of several networks.</summary>
internal static class RemindManyLink
{
    public const string Page = "/reminders";
}
