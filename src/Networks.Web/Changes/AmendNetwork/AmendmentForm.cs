using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Workflows.Changes.AmendNetwork;
using Networks.Workflows.Common;

namespace Networks.Web.Changes.AmendNetwork;

/// <summary>Reads the posted form of an amendment: what is as it was stays the very same value.</summary>
internal sealed class AmendmentForm(Func<string, string?> form, AmendableTerms before)
{
    private readonly List<Refusal> _faults = [];

    public Result<AmendableTerms> Read()
    {
        var terms = new AmendableTerms(
            Text("name", before.Name) ?? "", Seat(), Text("programme", before.Programme), Text("means", before.MeansOfPursuit), Number("duration"), Number("renewal"),
            form("fund") is null ? null : Fund(), form("body") is null ? null : Body(),
            Guid.TryParse(form("reference"), out var reference) ? new ParticipantId(reference) : before.Reference);
        return Refusal.Together(_faults) is { } refusal ? refusal : terms;
    }

    private PostalAddress? Seat() => form("street") is null && form("town") is null && form("number") is null
        ? null
        : new PostalAddress(form("street") ?? "", form("number") ?? "", form("postal-code") ?? "", form("town") ?? "", form("province")?.ToUpperInvariant(), before.Seat?.Country ?? "IT");

    private CommonFund Fund() => new(
        Text("valuation", before.Fund?.Valuation) ?? "", Text("fund-rules", before.Fund?.ManagementRules) ?? "", Text("later", before.Fund?.LaterContributions), Number("payment") ?? 0);

    private CommonBody Body() => new(
        Text("holder", before.Body?.Holder) ?? "", Text("powers", before.Body?.Powers) ?? "", Text("replacement", before.Body?.ReplacementRule) ?? "", before.Body?.RepresentationScope)
    {
        TermYears = Number("term"),
        Represents = before.Body?.Represents ?? true,
    };

    /// <summary>Browsers send other line ends than those that were stored.</summary>
    private string? Text(string field, string? was) => form(field) is { } typed && Plain(typed) != Plain(was) ? Plain(typed) : form(field) is null ? null : was;

    private static string? Plain(string? text) => text?.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();

    private int? Number(string field)
    {
        if (form(field) is not { } typed)
        {
            return null;
        }

        if (int.TryParse(typed, out var number))
        {
            return number;
        }

        _faults.Add(new Refusal(RefusalKind.Invalid, "changes.no-number") { Field = field });
        return null;
    }
}
