using Networks.Workflows.Common;

namespace Networks.Workflows.Associations;

/// <summary>What the administration of people and desks refuses.</summary>
internal static class AssociationsRefusals
{
    /// <summary>Not there, or of another programme: the same answer.</summary>
    public static readonly Refusal NotHere = new(RefusalKind.NotFound, "common.not-found");

    public static readonly Refusal EmailKnown = new(RefusalKind.Invalid, "associations.email-known") { Field = "email" };

    public static readonly Refusal NameKnown = new(RefusalKind.Invalid, "associations.name-known") { Field = "name" };

    /// <summary>Nobody takes their own access away: the service could be left without anybody who runs it.</summary>
    public static readonly Refusal OwnAccess = new(RefusalKind.Conflict, "associations.own-access");

    public static readonly Refusal Disabled = new(RefusalKind.Conflict, "associations.person-disabled");

    public static Refusal Missing(string field) => new(RefusalKind.Invalid, $"associations.missing-{field}") { Field = field };

    public static Refusal TooLong(string field) => new(RefusalKind.Invalid, "associations.too-long", LongestName) { Field = field };

    /// <summary>Characters of a name of a person, an association or a desk.</summary>
    internal const int LongestName = 200;

    /// <summary>A name that is missing or too long.</summary>
    public static IEnumerable<Refusal> OfName(string field, string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            yield return Missing(field);
        }
        else if (name.Length > LongestName)
        {
            yield return TooLong(field);
        }
    }
}
