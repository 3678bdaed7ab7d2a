namespace Networks.Web.Casework.RecordNote;

/// <summary>The address of "Annota".</summary>
internal static class RecordNoteLink
{
    public static string To(Guid id) => $"/networks/{id}/note";

    /// <summary>With the firm already chosen.</summary>
    public static string To(Guid id, Guid participant) => $"/networks/{id}/note?firm={participant}";
}
