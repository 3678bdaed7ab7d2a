namespace Networks.Data.Firms;

/// <summary>Ordinary mailbox syntax, ASCII only: what every mail server takes without extensions.</summary>
internal static class Mailbox
{
    internal const int MaxLength = 254;

    private const string atomMarks = "!#$%&'*+/=?^_`{|}~-";

    /// <summary>Lower case, without the blanks around it; blanks inside stay and are refused.</summary>
    internal static string Normalise(string? raw) => (raw ?? "").Trim().ToLowerInvariant();

    internal static FaultCause? FaultOf(string address) =>
        address.Length == 0 ? FaultCause.Empty
        : address.Length > MaxLength ? FaultCause.WrongLength
        : !HasShape(address) ? FaultCause.WrongShape
        : null;

    private static bool HasShape(string address)
    {
        var parts = address.Split('@');
        return parts.Length == 2
            && parts[0].Length <= 64
            && parts[0].Split('.').All(atom => atom.Length > 0 && atom.All(c => char.IsAsciiLetterOrDigit(c) || atomMarks.Contains(c, StringComparison.Ordinal)))
            && IsDomain(parts[1].Split('.'));
    }

    private static bool IsDomain(string[] labels) =>
        labels.Length >= 2
        && labels.All(label => label.Length is >= 1 and <= 63 && label[0] != '-' && label[^1] != '-'
            && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        && labels[^1].Length >= 2
        && char.IsAsciiLetter(labels[^1][0]);
}
