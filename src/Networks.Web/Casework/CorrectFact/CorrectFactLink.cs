namespace Networks.Web.Casework.CorrectFact;

/// <summary>The address of the dated correction of one row of the history.</summary>
internal static class CorrectFactLink
{
    public static string To(Guid id, int number) => $"/networks/{id}/correct/{number}";
}
