using System.Text.Json;
using System.Text.Json.Serialization;
using Networks.Data.Signing;
using Networks.Workflows.Common;

namespace Networks.Workflows.Signatures;

/// <summary>What the check of one uploaded file said; a plain record that is stored as JSON and never recomputed.</summary>
/// <param name="Findings">In the order of the checks: refusals, doubts and notes together.</param>
/// <param name="Signers">Every signature whose certificate could be read, outermost envelope first.</param>
/// <param name="SignedTaxCodes">The expected tax codes that signed, each once. Means something only with the verdict.</param>
/// <param name="Depth">How many envelopes were opened; 0 where none was.</param>
/// <param name="ContentSha256">Lower-case hex of the innermost content; null where it was not reached.</param>
/// <param name="UploadSha256">Lower-case hex of the file as it came.</param>
public sealed record SignatureReport(
    SignatureVerdict Verdict,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<Signer> Signers,
    IReadOnlyList<string> SignedTaxCodes,
    int Depth,
    string? ContentSha256,
    string UploadSha256,
    DateTimeOffset CheckedAt)
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The verdict in one or two sentences, in the current UI language: the worst finding speaks for the file.</summary>
    [JsonIgnore]
    public string Summary => Verdict switch
    {
        SignatureVerdict.Valid => Words.Say("signatures.summary-valid", string.Join(", ", Signers.Select(s => s.Name).Distinct())),
        SignatureVerdict.Invalid => Words.Say("signatures.summary-invalid", Worst),
        SignatureVerdict.Indeterminate => Words.Say("signatures.summary-indeterminate", Worst),
        SignatureVerdict.NotChecked => Words.Say("signatures.summary-not-checked", Worst),
    };

    /// <summary>What does not change the verdict and has to be seen with it.</summary>
    [JsonIgnore]
    public IEnumerable<Finding> Notes => Findings.Where(f => f.Verdict == SignatureVerdict.Valid);

    private string Worst => Findings.First(f => f.Verdict == Verdict).Text;

    public string ToJson() => JsonSerializer.Serialize(this, _json);

    /// <exception cref="JsonException">The text was not written by <see cref="ToJson"/>.</exception>
    public static SignatureReport FromJson(string json) =>
        JsonSerializer.Deserialize<SignatureReport>(json, _json) ?? throw new JsonException("The report is empty.");
}

/// <summary>One signature, as its certificate and its own claims describe it.</summary>
/// <param name="Layer">1 is the outermost envelope.</param>
/// <param name="Name">Common name of the certificate's subject, cleaned for display; the tax code where there is none.</param>
/// <param name="TaxCode">The checked code after <c>TINIT-</c>; null where the certificate carries no such code.</param>
/// <param name="SubjectSerial">The subject's serialNumber as it stands (OID 2.5.4.5); empty where there is none.</param>
/// <param name="ClaimedAt">What the signer's own computer wrote: a claim, no proof. Null where nothing is claimed.</param>
/// <param name="CertificateSha256">Lower-case hex of the certificate's DER form.</param>
public sealed record Signer(
    int Layer,
    string Name,
    string? TaxCode,
    string SubjectSerial,
    DateTimeOffset? ClaimedAt,
    DateTimeOffset ValidFrom,
    DateTimeOffset ValidUntil,
    string Issuer,
    string CertificateSha256);
