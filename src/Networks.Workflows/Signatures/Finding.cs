using System.Globalization;
using System.Text.Json.Serialization;
using Networks.Data.Signing;
using Networks.Workflows.Common;

namespace Networks.Workflows.Signatures;

/// <summary>One thing that was found in a signed file.</summary>
/// <param name="Verdict">What this finding alone would make of the file; <see cref="SignatureVerdict.Valid"/> is a note.</param>
/// <param name="Code">Stored word; its sentence is <c>signatures.&lt;code&gt;</c> in <c>Texts/</c>.</param>
/// <param name="Values">Values for the sentence; a day is written <c>yyyy-MM-dd</c> and shown as the reader's language writes it.</param>
public sealed record Finding(SignatureVerdict Verdict, string Code, IReadOnlyList<string> Values)
{
    /// <summary>The sentence with cause and cure, in the current UI language.</summary>
    [JsonIgnore]
    public string Text => Words.Say($"signatures.{Code}", [.. Values.Select(Shown)]);

    private static object Shown(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : value;
}
