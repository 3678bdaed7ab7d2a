namespace Networks.Web.Engine.Moving;

/// <summary>Moving one network to another version of its procedure.</summary>
internal static class MoveCaseLink
{
    public static string To(Guid id) => $"/networks/{id}/procedure/move";
}
