using System.Diagnostics;
using Networks.Web.Commands.DemoSigning;

namespace Networks.Web.Tests.Demo;

/// <summary>The bytes are read by poppler, which a person's reader may well be built on.</summary>
public sealed class DemoPdfTests : IDisposable
{
    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("networks-pdf-").FullName, "contract.pdf");

    [Fact]
    public void Given_italian_text_when_read_by_pdftotext_then_every_character_is_there()
    {
        string[] lines = ["Perché la società è così: qualità, più unità, però «già» (€ 10.000) \\ fine", "", "L’organo comune – Città di Forlì"];

        var text = Read(DemoPdf.Of("Contratto di rete «Officine Prealpi»", lines));

        Assert.StartsWith("Contratto di rete «Officine Prealpi»", text, StringComparison.Ordinal);
        Assert.All(lines, line => Assert.Contains(line, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Given_many_and_long_lines_when_read_then_wrapped_over_two_pages_in_order()
    {
        var paragraph = string.Join(' ', Enumerable.Range(1, 600).Select(i => $"parola-{i}"));

        var text = Read(DemoPdf.Of("Titolo", [paragraph, .. Enumerable.Repeat("riga", 20), "ultima"]));

        Assert.Equal(2, text.Count(c => c == '\f'));
        var words = text.Split((char[])[' ', '\n', '\f'], StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["Titolo", .. paragraph.Split(' '), .. Enumerable.Repeat("riga", 20), "ultima"], words);
    }

    [Fact]
    public void Given_the_same_lines_then_the_same_bytes() => Assert.Equal(DemoPdf.Of("A", ["b"]), DemoPdf.Of("A", ["b"]));

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);

    private string Read(byte[] pdf)
    {
        File.WriteAllBytes(_file, pdf);
        using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-enc", "UTF-8", _file, "-"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal("", errors.Result);
        Assert.Equal(0, process.ExitCode);
        return text;
    }
}
