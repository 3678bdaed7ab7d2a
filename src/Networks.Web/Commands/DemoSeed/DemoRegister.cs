using System.Globalization;
using System.Text;
using Networks.Workflows.Discovery.BeginImportStage;
using Networks.Workflows.Discovery.Imports;
using Networks.Workflows.Discovery.MatchColumns;
using Networks.Workflows.Discovery.ShowImport;
using Networks.Workflows.Discovery.UploadFirms;

namespace Networks.Web.Commands.DemoSeed;

/// <summary>The desk of Lecco brings its list of members from a spreadsheet, with two rows to mend.</summary>
internal static class DemoRegister
{
    private const int _first = 300;

    private static readonly string[] _words =
        "Brinastra Colmerida Dulvegna Fornemaggio Gravenara Imbresaga Lorvedana Montrigolo Nivolatta Orsenica Pelmarosa Quinzavera Rovenasca Sorvegliana".Split(' ');

    public static async Task TellAsync(DemoStage stage, RegisterSweep sweep, CancellationToken cancellationToken)
    {
        const string officer = "Anna Riva";
        var stored = await stage.StoreAsync(Encoding.UTF8.GetBytes(Table()), cancellationToken);
        var import = await stage.AsAsync(officer, new UploadFirms("soci-lecco.csv", stored), cancellationToken);
        var shown = await stage.AsAsync(officer, new ShowImport(import), cancellationToken);
        await stage.AsAsync(officer, new MatchColumns(import, [.. shown.Columns.Select(c => c.Field)], "form"), cancellationToken);
        await sweep.ContinueAsync(import, null, cancellationToken);
        await stage.AsAsync(officer, new BeginImportStage(import, Undo: false), cancellationToken);
        await sweep.ContinueAsync(import, null, cancellationToken);
        await sweep.MakeCardsAsync(cancellationToken);
    }

    private static string Table()
    {
        var text = new StringBuilder("Ragione sociale;Partita IVA;Provincia;ATECO;Addetti;Lavorazioni;Certificazioni;Offre;Consenso anonimo;Consenso nome;Mail\r\n");
        for (var i = 0; i < _words.Length; i++)
        {
            var fasteners = i % 2 == 0;
            text.Append(CultureInfo.InvariantCulture, $"{(fasteners ? "Bulloneria" : "Lamiere")} {_words[i]} Srl;{InventedIdentifiers.Vat(_first + i)};LC;25;{12 + i};")
                .Append(fasteners ? "lavorazioni meccaniche;ISO 9001;Bulloni e viti speciali in acciaio inox" : "lavorazione lamiera;ISO 9001;Taglio e piega di lamiere in acciaio inox")
                .Append(CultureInfo.InvariantCulture, $";si;si;info@{_words[i].ToLowerInvariant()}.example\r\n");
        }

        return text.Append("Viti Sbagliate Srl;12345678901;LC;25;4;;;;no;no;\r\nSenza Numero Srl;;LC;25;4;;;;no;no;\r\n").ToString();
    }
}
