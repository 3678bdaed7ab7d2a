using Networks.Workflows.Common;

namespace Networks.Workflows.Documents;

/// <summary>One thing that lacks before the draft can be made.</summary>
/// <param name="Code">Stored word, <c>documents.missing-…</c>; also the key of its sentence.</param>
public sealed record MissingField(string Code, params object[] Values)
{
    /// <summary>What lacks and where it comes from, in the current UI language.</summary>
    public string Text => Words.Say(Code, Values);
}

/// <summary>Goes through the contents of a network contract in the order of the law.</summary>
internal static class NetworkContractGaps
{
    private static readonly (string Code, Func<ContractFirm, string?> Value)[] _ofEachFirm =
    [
        ("firm-legal-form", f => f.LegalForm),
        ("firm-seat", f => f.Seat),
        ("firm-tax-code", f => f.TaxCode),
        ("firm-vat-number", f => f.VatNumber),
        ("firm-rea", f => f.ReaNumber),
        ("firm-chamber", f => f.Chamber),
        ("firm-pec", f => f.CertifiedEmail),
        ("firm-representative", f => f.Representative),
        ("firm-representative-tax-code", f => f.RepresentativeTaxCode),
        ("firm-representative-role", f => f.RepresentativeRole),
    ];

    public static IReadOnlyList<MissingField> Of(NetworkContractText text) =>
        [.. Parties(text), .. Programme(text), .. Fund(text), .. Body(text), .. Life(text), .. Closing(text)];

    private static IEnumerable<MissingField> Parties(NetworkContractText text)
    {
        if (No(text.NetworkName))
        {
            yield return Gap("network-name");
        }

        if (No(text.NetworkSeat) && (text.LegalPersonality || text.Fund is not null))
        {
            yield return Gap("network-seat");
        }

        if (text.Firms.Count < 2)
        {
            yield return Gap("second-firm");
        }

        foreach (var (firm, i) in text.Firms.Select((f, i) => (f, i)))
        {
            if (No(firm.Name))
            {
                yield return Gap("firm-name", i + 1);
            }

            foreach (var (code, value) in _ofEachFirm)
            {
                if (No(value(firm)))
                {
                    yield return Gap(code, No(firm.Name) ? $"{i + 1}" : firm.Name!);
                }
            }
        }
    }

    private static IEnumerable<MissingField> Programme(NetworkContractText text)
    {
        if (No(text.Purpose))
        {
            yield return Gap("purpose");
        }

        if (text.Objectives.Count == 0)
        {
            yield return Gap("objectives");
        }

        foreach (var (objective, i) in text.Objectives.Select((o, i) => (o, i + 1)))
        {
            if (No(objective.Text))
            {
                yield return Gap("objective-text", i);
            }

            if (No(objective.Measure))
            {
                yield return Gap("objective-measure", i);
            }
        }

        if (!text.Activities.Any(a => !No(a)))
        {
            yield return Gap("activities");
        }

        if (!text.Duties.Any(d => !No(d)))
        {
            yield return Gap("duties");
        }

        if (text.FirmDuties.Any(d => No(d.Firm) || No(d.Text)))
        {
            yield return Gap("firm-duty");
        }
    }

    private static IEnumerable<MissingField> Fund(NetworkContractText text)
    {
        if (text.Fund is not { } fund)
        {
            if (text.LegalPersonality)
            {
                yield return Gap("fund");
            }

            yield break;
        }

        if (fund.Contributions.Count == 0)
        {
            yield return Gap("contributions");
        }

        foreach (var part in fund.Contributions.Where(c => No(c.Firm) || c.Cents is null or <= 0 || No(c.Kind) || c.DueOn is null))
        {
            yield return Gap("contribution", part.Firm ?? "?");
        }

        if (No(fund.Rules))
        {
            yield return Gap("fund-rules");
        }
    }

    private static IEnumerable<MissingField> Body(NetworkContractText text)
    {
        if (text.Body is not { } body)
        {
            if (text.LegalPersonality)
            {
                yield return Gap("body");
            }

            yield break;
        }

        if (No(body.Holder))
        {
            yield return Gap("body-holder");
        }

        if (body.TermYears is null or <= 0)
        {
            yield return Gap("body-term");
        }

        if (!body.Powers.Any(p => !No(p)))
        {
            yield return Gap("body-powers");
        }

        if (No(body.Replacement))
        {
            yield return Gap("body-replacement");
        }
    }

    private static IEnumerable<MissingField> Life(NetworkContractText text)
    {
        if (text.Duration is not ({ Years: > 0, LastDay: null } or { Years: null, LastDay: not null }))
        {
            yield return Gap("duration");
        }

        if (No(text.AccessionRequirement))
        {
            yield return Gap("accession-requirement");
        }

        if (text.MinimumFirms < 2)
        {
            yield return Gap("minimum-firms");
        }

        if (text.Decisions is not { Percent: >= 0 and <= 100 })
        {
            yield return Gap("decisions");
        }

        if (text.ReservedMatters.Any(m => No(m.Matter) || No(m.Quorum)))
        {
            yield return Gap("reserved-matter");
        }

        if (text.NonCompete is { } pact && (No(pact.Scope) || pact.Months is null or <= 0 or > 60))
        {
            yield return Gap("non-compete");
        }
    }

    private static IEnumerable<MissingField> Closing(NetworkContractText text)
    {
        if (No(text.ReferenceFirm))
        {
            yield return Gap("reference-firm");
        }
        else if (text.Firms.All(f => f.Name != text.ReferenceFirm))
        {
            yield return Gap("reference-firm-stranger", text.ReferenceFirm!);
        }

        if (No(text.MediationBody))
        {
            yield return Gap("mediation-body");
        }

        if (No(text.Court))
        {
            yield return Gap("court");
        }

        if (No(text.TaxRegistrant))
        {
            yield return Gap("tax-registrant");
        }

        if (No(text.TaxRegistrantTaxCode))
        {
            yield return Gap("tax-registrant-tax-code");
        }

        if (text.LegalPersonality && !text.NotarialForm)
        {
            yield return Gap("notarial-form");
        }
    }

    private static bool No(string? value) => string.IsNullOrWhiteSpace(value);

    private static MissingField Gap(string what, params object[] values) => new("documents.missing-" + what, values);
}
