using System.Text.RegularExpressions;

namespace Networks.Workflows.Mail.ReadBounces;

/// <summary>What a mail server reports about a mail of ours that it had taken over (a delivery status notification, RFC 3464).</summary>
/// <param name="Message">Ours, by its Message-ID.</param>
/// <param name="IsFinal">It did not arrive and will not; false for a delay or a receipt.</param>
/// <param name="Reason">The server's code and words, in one line.</param>
internal sealed partial record BounceReport(Guid Message, bool IsFinal, string Reason)
{
    private const int ReasonLength = 400;

    /// <param name="text">The whole mail; the parts that matter are ASCII by the standard.</param>
    /// <returns>Null for anything else: an answer of a person, a notice of absence, a report about another sender's mail.</returns>
    public static BounceReport? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var unfolded = Folded().Replace(text.ReplaceLineEndings("\n"), " ");
        var end = unfolded.IndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0 || !IsReport(unfolded[..end]) || OurId().Match(unfolded) is not { Success: true } id || Field("Action", unfolded) is not { } action)
        {
            return null;
        }

        var said = Field("Diagnostic-Code", unfolded) is { } diagnostic ? diagnostic[(diagnostic.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim() : "";
        var reason = $"{Field("Status", unfolded)} {said}".Trim();
        return new BounceReport(
            Guid.ParseExact(id.Groups[1].Value, "N"),
            action.Equals("failed", StringComparison.OrdinalIgnoreCase),
            reason.Length > ReasonLength ? reason[..ReasonLength] : reason);
    }

    private static bool IsReport(string headers) =>
        Field("Content-Type", headers) is { } type
        && type.StartsWith("multipart/report", StringComparison.OrdinalIgnoreCase)
        && type.Contains("delivery-status", StringComparison.OrdinalIgnoreCase);

    private static string? Field(string name, string text)
    {
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith(name, StringComparison.OrdinalIgnoreCase) && line.AsSpan(name.Length).StartsWith(":"))
            {
                return string.Concat(line[(name.Length + 1)..].Where(c => !char.IsControl(c))).Trim();
            }
        }

        return null;
    }

    [GeneratedRegex(@"\n[ \t]+")]
    private static partial Regex Folded();

    [GeneratedRegex("<([0-9a-f]{32})@networks>")]
    private static partial Regex OurId();
}
