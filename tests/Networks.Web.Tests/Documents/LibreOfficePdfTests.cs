using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Networks.Web.Infrastructure;
using Networks.Workflows.Common;
using Networks.Workflows.Documents;

namespace Networks.Web.Tests.Documents;

public sealed class LibreOfficePdfTests
{
    [Fact]
    public async Task Given_a_drafted_contract_when_converted_then_the_pdf_says_the_same()
    {
        using var converter = Converter();
        Assert.SkipWhen(converter.Program is null, "LibreOffice is not installed");
        Assert.SkipUnless(File.Exists("/usr/bin/pdftotext"), "pdftotext is not installed");

        var pdf = (await converter.ToPdfAsync(Draft(), CancellationToken.None)).Value;

        var text = await TextOfAsync(pdf);
        Assert.Contains("«Rete Stampi Alto Lario»", text, StringComparison.Ordinal);
        Assert.Contains("Art. 1 Costituzione e denominazione", text, StringComparison.Ordinal);
        Assert.Contains("a) partecipare alle attività del programma", text, StringComparison.Ordinal);
        Assert.Contains("Pagina 1 di ", text, StringComparison.Ordinal);
        Assert.Contains("Firmato digitalmente", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
        Assert.Contains("pdfaid:part>1<", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("network-accession", "ATTO DI ADESIONE")]
    [InlineData("network-withdrawal", "COMUNICAZIONE DI USCITA")]
    [InlineData("network-amendment", "ATTO MODIFICATIVO")]
    [InlineData("network-closing", "ATTO DI SCIOGLIMENTO")]
    public async Task Given_the_document_of_a_change_when_converted_then_it_opens_and_the_pdf_says_the_same(string folder, string title)
    {
        using var converter = Converter();
        Assert.SkipWhen(converter.Program is null, "LibreOffice is not installed");
        Assert.SkipUnless(File.Exists("/usr/bin/pdftotext"), "pdftotext is not installed");
        var template = UploadGate.CheckWord(await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "templates", folder, "v1.docx"), CancellationToken.None)).Value;

        var pdf = (await converter.ToPdfAsync(WordTemplate.Fill(template, Sample(ChangeDocumentFields.ByFolder[folder])).Value, CancellationToken.None)).Value;

        var text = await TextOfAsync(pdf);
        Assert.Contains(title, text, StringComparison.Ordinal);
        Assert.Contains("«Alfa Beta»", text, StringComparison.Ordinal);
        Assert.Contains("10 marzo 2026", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
    }

    /// <summary>One value for each field, two items for each list.</summary>
    private static TemplateValues Sample(TemplateFields fields)
    {
        var values = new TemplateValues(fields);
        foreach (var field in fields.Fields)
        {
            _ = field.Kind switch
            {
                FieldKind.Text => values.Text(field.Name, "Alfa Beta"),
                FieldKind.Date => values.Date(field.Name, new DateOnly(2026, 3, 10)),
                FieldKind.Euro => values.Euro(field.Name, 1_000_00),
                FieldKind.Number => values.Number(field.Name, 3),
            };
        }

        foreach (var condition in fields.Conditions)
        {
            values.When(condition.Name, true);
        }

        foreach (var list in fields.Lists)
        {
            values.List(list.Name, [1, 2], (v, _) =>
            {
                foreach (var field in list.Item.Fields)
                {
                    v.Text(field.Name, "Alfa Beta");
                }
            });
        }

        return values;
    }

    [Fact]
    public async Task Given_no_libreoffice_when_converted_then_the_cure_is_to_upload_an_own_pdf()
    {
        using var converter = Converter("/nowhere/soffice");

        var refusal = (await converter.ToPdfAsync(Draft(), CancellationToken.None)).Refusal!;

        Assert.Equal(("documents.no-pdf-converter", RefusalKind.Unavailable), (refusal.Code, refusal.Kind));
        Assert.Contains("carichi", Words.In(Words.Italian, refusal.Code), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_program_that_hangs_with_a_child_when_converted_then_both_are_killed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a shell script");
        using var script = new Script("echo $$ > \"$0.parent\"; sleep 300 & echo $! > \"$0.child\"; wait");
        using var converter = Converter(script.Path, seconds: 1);

        var refusal = (await converter.ToPdfAsync(Draft(), CancellationToken.None)).Refusal!;

        Assert.Equal("documents.pdf-conversion-slow", refusal.Code);
        await EndsAsync(script.Path + ".parent");
        await EndsAsync(script.Path + ".child");
    }

    [Theory]
    [InlineData("exit 3")]
    [InlineData("exit 0")]
    [InlineData("for last; do :; done; echo no > \"${last%.docx}.pdf\"")]
    public async Task Given_a_program_that_makes_no_pdf_when_converted_then_it_is_told(string body)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a shell script");
        using var script = new Script(body);
        using var converter = Converter(script.Path);

        Assert.Equal("documents.pdf-conversion-failed", (await converter.ToPdfAsync(Draft(), CancellationToken.None)).Refusal!.Code);
    }

    [Fact]
    public async Task Given_our_secrets_in_the_environment_when_converted_then_the_program_does_not_see_them_and_its_folder_goes()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a shell script");
        Environment.SetEnvironmentVariable("NETWORKS_TEST_SECRET", "segreto");
        using var script = new Script("env > \"$0.env\"; test -f document.docx && pwd > \"$0.folder\"");
        using var converter = Converter(script.Path);

        await converter.ToPdfAsync(Draft(), CancellationToken.None);

        var seen = await File.ReadAllTextAsync(script.Path + ".env");
        Assert.Contains("PATH=", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("segreto", seen, StringComparison.Ordinal);
        Assert.False(Directory.Exists((await File.ReadAllTextAsync(script.Path + ".folder")).Trim()));
    }

    private static LibreOfficePdf Converter(string? program = null, int seconds = 60) => new(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Networks:LibreOffice"] = program,
            ["Networks:LibreOfficeSeconds"] = $"{seconds}",
        }).Build(),
        NullLogger<LibreOfficePdf>.Instance);

    private static WordFile Draft()
    {
        ContractFirm Firm(int i) => new(
            $"Impresa {i} S.r.l.", "società a responsabilità limitata", "Via Prova 1, 23900 Lecco (LC)", "10000000001", "20000000001", $"LC {i}",
            "Camera di commercio di Como-Lecco", $"impresa{i}@pec.example.it", $"Persona {i}", "RSSMRA80A01H501U", "amministratore unico");
        var text = new NetworkContractText
        {
            NetworkName = "Rete Stampi Alto Lario",
            LegalPersonality = false,
            NotarialForm = false,
            Firms = [Firm(1), Firm(2)],
            Purpose = "la vendita in comune di stampi",
            Objectives = [new("Entrare in due nuovi mercati", "Numero di Paesi con un ordine")],
            Activities = ["la partecipazione a due fiere l'anno"],
            Duties = ["mettere a disposizione un referente tecnico"],
            Duration = new ContractDuration(5, null, null, null),
            AccessionRequirement = "sede operativa in Lombardia",
            Decisions = new ContractDecisionRule(0),
            ReferenceFirm = "Impresa 1 S.r.l.",
            MediationBody = "l'organismo di mediazione della Camera di commercio di Como-Lecco",
            Court = "Lecco",
            TaxRegistrant = "Bianca Lariani",
            TaxRegistrantTaxCode = "BNCLRA85D52F205X",
        };
        var template = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "templates", TemplateLibrary.PathOf(NetworkContractFields.Folder, TemplateLibrary.Shipped)));
        return NetworkContractFields.Draft(UploadGate.CheckWord(template).Value, text).Value;
    }

    private static async Task<string> TextOfAsync(byte[] pdf)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, pdf);
            using var process = Process.Start(new ProcessStartInfo("/usr/bin/pdftotext", ["-enc", "UTF-8", path, "-"]) { RedirectStandardOutput = true })!;
            var text = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }
        finally
        {
            File.Delete(path);
        }
    }

    // A killed process ends when the kernel gets to it, which on a busy machine is not yet when kill returns.
    private static async Task EndsAsync(string pidFile)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (Lives(pidFile))
        {
            await Task.Delay(20, patience.Token);
        }
    }

    private static bool Lives(string pidFile)
    {
        var status = $"/proc/{File.ReadAllText(pidFile).Trim()}/status";
        return File.Exists(status) && !File.ReadAllText(status).Contains("State:\tZ", StringComparison.Ordinal);
    }

    /// <summary>A stand-in for the program, in a folder of its own.</summary>
    private sealed class Script : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("networks-test-");

        public Script(string body)
        {
            Path = System.IO.Path.Combine(_folder.FullName, "soffice");
            File.WriteAllText(Path, "#!/bin/sh\n" + body + "\n");
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        public string Path { get; }

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
