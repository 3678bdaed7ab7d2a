namespace Networks.Workflows.Signatures;

/// <summary>Whether those who signed are those who were to sign. A person counts once, however often he signed.</summary>
internal static class IdentityCheck
{
    /// <returns>The expected tax codes that signed.</returns>
    public static IReadOnlyList<string> Check(IReadOnlyList<Signer> signers, IReadOnlyList<ExpectedSigner> expected, Findings findings)
    {
        foreach (var unknown in signers.Where(s => s.TaxCode is null))
        {
            if (unknown.SubjectSerial.Length == 0)
            {
                findings.Indeterminate("no-tax-code", unknown.Name);
            }
            else
            {
                findings.Indeterminate("tax-code-unreadable", unknown.Name, unknown.SubjectSerial);
            }
        }

        if (expected.Count == 0)
        {
            findings.Indeterminate("nobody-expected");
            return [];
        }

        var awaited = expected.DistinctBy(e => SubjectTaxCode.Normal(e.TaxCode)).ToDictionary(e => SubjectTaxCode.Normal(e.TaxCode));
        var known = signers.Where(s => s.TaxCode is not null).ToList();
        var signed = known.Select(s => s.TaxCode!).Distinct().Where(awaited.ContainsKey).ToList();
        if (signed.Count == 0 && known.Count > 0 && known.Count == signers.Count)
        {
            findings.Invalid("wrong-person", Listed(known.Select(Named)), Listed(awaited.Select(a => $"{a.Value.DisplayName} ({a.Key})")));
        }
        else if (signed.Count > 0)
        {
            Note(known, signed, awaited, findings);
        }

        return signed;
    }

    private static void Note(List<Signer> known, List<string> signed, Dictionary<string, ExpectedSigner> awaited, Findings findings)
    {
        var others = known.Where(s => !awaited.ContainsKey(s.TaxCode!)).ToList();
        if (others.Count > 0)
        {
            findings.Note("other-signers", Listed(others.Select(Named)));
        }

        var twice = known.GroupBy(s => s.TaxCode).Where(g => g.Count() > 1).Select(g => Named(g.First())).ToList();
        if (twice.Count > 0)
        {
            findings.Note("signed-twice", Listed(twice));
        }

        var missing = awaited.Where(a => !signed.Contains(a.Key)).Select(a => $"{a.Value.DisplayName} ({a.Key})").ToList();
        if (missing.Count > 0)
        {
            findings.Note("not-signed-here", Listed(missing));
        }
    }

    private static string Named(Signer signer) => $"{signer.Name} ({signer.TaxCode})";

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Distinct());
}
