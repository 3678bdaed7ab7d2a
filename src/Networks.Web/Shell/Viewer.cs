using System.Security.Claims;

namespace Networks.Web.Shell;

/// <summary>Who looks at the page, as far as the frame shows it. What they may do is decided elsewhere.</summary>
/// <param name="Name">As the person wants to be called.</param>
/// <param name="Desk">Name of the association's desk; null for people without one.</param>
public sealed record Viewer(string Name, string? Desk, IReadOnlySet<string> Roles)
{
    public const string NameClaim = "networks.name";
    public const string DeskClaim = "networks.desk";
    public const string AssociationClaim = "networks.association";
    public const string RoleClaim = "networks.role";
    public const string LettersOffClaim = "networks.letters-off";

    /// <summary>Whether single letters are shortcuts for whoever looks at the page.</summary>
    public static bool HasLetters(ClaimsPrincipal principal) => !principal.HasClaim(c => c.Type == LettersOffClaim);

    /// <returns>Null while nobody is signed in.</returns>
    public static Viewer? Of(ClaimsPrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        return principal.Identity?.IsAuthenticated == true
            ? new Viewer(
                principal.FindFirstValue(NameClaim) ?? "",
                principal.FindFirstValue(DeskClaim),
                principal.FindAll(RoleClaim).Select(c => c.Value).ToHashSet(StringComparer.Ordinal))
            : null;
    }
}
