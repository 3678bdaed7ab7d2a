using DocumentFormat.OpenXml.Wordprocessing;
using Networks.Workflows.Documents;

namespace Networks.Workflows.Tests.Documents;

public sealed class NetworkContractTemplateTests
{
    public static TheoryData<string> Branches =>
        ["smallest", "fullest", "entity", "fund-only", "body-only", "silent-body", "forty-firms", "longest-names", "majority", "open", "notarial"];

    [Fact]
    public void Given_the_folder_of_templates_then_each_is_whole_and_uses_exactly_its_fields()
    {
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "templates"), "*.docx", SearchOption.AllDirectories);

        Assert.NotEmpty(files);
        foreach (var path in files)
        {
            var template = UploadGate.CheckWord(File.ReadAllBytes(path)).Value;
            var fields = ChangeDocumentFields.ByFolder.GetValueOrDefault(new DirectoryInfo(Path.GetDirectoryName(path)!).Name, NetworkContractFields.All);
            var check = WordTemplate.Lint(template, fields);

            Assert.Empty(check.Problems.Select(p => p.Text));
            Assert.Equal(fields.AllNames.Order(StringComparer.Ordinal), check.Used.Order(StringComparer.Ordinal));
            Assert.Empty(WordFiles.Findings(template));
        }
    }

    [Theory]
    [MemberData(nameof(Branches))]
    public void Given_a_branch_of_the_contract_when_drafted_then_it_is_valid_whole_and_leaves_nothing_empty(string branch)
    {
        var text = Of(branch);

        var draft = NetworkContractFields.Draft(SampleContracts.Template, text).Value;

        Assert.Empty(WordFiles.Findings(draft));
        Assert.Empty(EmptyParagraphs(draft));
        var whole = string.Join('\n', WordFiles.Lines(draft)) + string.Join('\n', MarginLines(draft));
        Assert.DoesNotContain("{{", whole, StringComparison.Ordinal);
        Assert.DoesNotContain("}}", whole, StringComparison.Ordinal);
        Assert.DoesNotContain("  ", whole, StringComparison.Ordinal);
        Assert.DoesNotContain(" .", whole, StringComparison.Ordinal);
        Assert.All(Written(text), value => Assert.Contains(value, whole, StringComparison.Ordinal));
    }

    [Fact]
    public void Given_a_contract_then_its_articles_are_numbered_without_gap_and_the_optional_ones_come_and_go()
    {
        var smallest = Articles(SampleContracts.Smallest);
        var fullest = Articles(SampleContracts.Fullest(3));

        Assert.Equal(Enumerable.Range(1, smallest.Count), smallest.Select(c => c.Number!.Value));
        Assert.Equal(Enumerable.Range(1, fullest.Count), fullest.Select(c => c.Number!.Value));
        Assert.Contains("Spese comuni", smallest.Select(c => c.Title));
        Assert.DoesNotContain("Fondo patrimoniale comune", smallest.Select(c => c.Title));
        Assert.Contains("Fondo patrimoniale comune", fullest.Select(c => c.Title));
        Assert.Contains("Organo comune", fullest.Select(c => c.Title));
        Assert.Contains("Non concorrenza", fullest.Select(c => c.Title));
    }

    [Fact]
    public void Given_the_two_kinds_of_network_then_effect_and_statement_follow_the_law_of_each()
    {
        var contractual = Whole(SampleContracts.Fullest(3));
        var entity = Whole(SampleContracts.LegalEntity);

        Assert.Contains("l’ultima delle iscrizioni prescritte", contractual, StringComparison.Ordinal);
        Assert.DoesNotContain("situazione patrimoniale", contractual, StringComparison.Ordinal);
        Assert.Contains("acquista la soggettività giuridica, dal giorno dell’iscrizione nella sezione ordinaria", entity, StringComparison.Ordinal);
        Assert.Contains("Entro due mesi dalla chiusura dell’esercizio", entity, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_a_fund_then_its_amount_is_the_sum_of_the_contributions_in_figures_and_words()
    {
        Assert.Contains("euro 12.000,03 (dodicimila/03)", Whole(SampleContracts.Fullest(3)), StringComparison.Ordinal);
    }

    private static NetworkContractText Of(string branch) => branch switch
    {
        "smallest" => SampleContracts.Smallest,
        "fullest" => SampleContracts.Fullest(3),
        "entity" => SampleContracts.LegalEntity,
        "fund-only" => SampleContracts.Fullest(2) with { Body = null, Notary = null },
        "body-only" => SampleContracts.Fullest(2) with { Fund = null },
        "silent-body" => SampleContracts.Fullest(2) with { Body = SampleContracts.Fullest(2).Body! with { Represents = false } },
        "forty-firms" => SampleContracts.Fullest(40),
        "longest-names" => SampleContracts.Smallest with
        {
            Firms = SampleContracts.Firms(3, new string('à', 120) + " dell'Adda & Figli " + new string('W', 60)),
            ReferenceFirm = SampleContracts.Firms(3, new string('à', 120) + " dell'Adda & Figli " + new string('W', 60))[0].Name,
        },
        "majority" => SampleContracts.Smallest with { Decisions = new ContractDecisionRule(0), Duration = new ContractDuration(9, null, 2, null) },
        "open" => SampleContracts.Smallest with { OpenAccession = true, MinimumFirms = 3 },
        "notarial" => SampleContracts.Smallest with { NotarialForm = true },
        _ => throw new ArgumentOutOfRangeException(nameof(branch)),
    };

    // What the officer entered and must find again in the text, whatever the branch.
    private static IEnumerable<string> Written(NetworkContractText text) =>
    [
        text.NetworkName!, text.Purpose!, text.AccessionRequirement!, text.ReferenceFirm!, text.MediationBody!, text.Court!, text.TaxRegistrant!,
        text.TaxRegistrantTaxCode!,
        .. text.Firms.SelectMany(f => new[]
        {
            f.Name!, f.LegalForm!, f.Seat!, f.TaxCode!, f.VatNumber!, f.ReaNumber!, f.Chamber!, f.CertifiedEmail!, f.Representative!,
            f.RepresentativeTaxCode!, f.RepresentativeRole!,
        }),
        .. text.Objectives.SelectMany(o => new[] { o.Text!, o.Measure! }),
        .. text.Activities, .. text.Duties,
        .. text.FirmDuties.Select(d => d.Text!), .. text.ReservedMatters.SelectMany(m => new[] { m.Matter!, m.Quorum! }),
        .. text.Fund is { } fund ? [fund.Rules!, fund.LaterContributions!, "30 giorni dagli effetti"] : Array.Empty<string>(),
        .. text.Body is { } body ? [body.Holder!, body.Replacement!, .. body.Powers] : Array.Empty<string>(),
        .. text.NonCompete is { } pact ? [pact.Scope!] : Array.Empty<string>(),
        .. text.AssistingAssociation is { } association ? [association] : Array.Empty<string>(),
        .. text is { NotarialForm: true, Notary: { } notary } ? [notary] : Array.Empty<string>(),
        .. text.NetworkSeat is { } seat ? [seat] : Array.Empty<string>(),
    ];

    private static string Whole(NetworkContractText text) =>
        string.Join('\n', WordFiles.Lines(NetworkContractFields.Draft(SampleContracts.Template, text).Value));

    private static List<Clause> Articles(NetworkContractText text) =>
        [.. WordReader.Read(NetworkContractFields.Draft(SampleContracts.Template, text).Value).Clauses.Where(c => c.Number is not null)];

    private static IEnumerable<string> EmptyParagraphs(WordFile file)
    {
        using var document = file.Open();
        return [.. document.MainDocumentPart!.Document.Descendants<Paragraph>().Where(p => ParagraphText.Of(p).Trim().Length == 0).Select(p => p.OuterXml)];
    }

    private static IEnumerable<string> MarginLines(WordFile file)
    {
        using var document = file.Open();
        var main = document.MainDocumentPart!;
        return
        [
            .. main.HeaderParts.SelectMany(h => h.Header.Descendants<Paragraph>()).Select(ParagraphText.Of),
            .. main.FooterParts.SelectMany(f => f.Footer.Descendants<Paragraph>()).Select(ParagraphText.Of),
        ];
    }
}
