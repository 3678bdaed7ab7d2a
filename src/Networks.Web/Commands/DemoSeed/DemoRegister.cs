using System.Globalization;
using System.Text;
using Networks.Workflows.Discovery.BeginImportStage;
using Networks.Workflows.Discovery.Imports;
using Networks.Workflows.Discovery.MatchColumns;
using Networks.Workflows.Discovery.ShowImport;
using Networks.Workflows.Discovery.UploadFirms;

namespace Networks.Web.Commands.DemoSeed;

/// <summary>Three desks bring their lists of members from spreadsheets; Lecco's has two rows to mend.</summary>
internal static class DemoRegister
{
    /// <summary>Days after the demo's day on which the first permissions end; each further one a week later.</summary>
    private const int _firstEnd = 9;

    private static readonly DemoList[] _lists =
    [
        new("Anna Riva", "soci-lecco.csv", 300, "LC", "Brinastra Colmerida Dulvegna Fornemaggio Gravenara Imbresaga Lorvedana Montrigolo Nivolatta Orsenica Pelmarosa Quinzavera Rovenasca Sorvegliana",
            [new("Bulloneria", "25", "lavorazioni meccaniche", "Bulloni e viti speciali in acciaio inox"), new("Lamiere", "25", "lavorazione lamiera", "Taglio e piega di lamiere in acciaio inox")])
        { More = "Viti Sbagliate Srl;12345678901;LC;25;4;;;;no;no;\r\nSenza Numero Srl;;LC;25;4;;;;no;no;\r\n" },
        new("Carla Brambilla", "associate-monza.csv", 330, "MB", "Albrunda Besanora Correzina Giussalva Lesmarda Mezzagora Ornavessa Sulbiarda Triuggina Usmatella Varedova Verdelina",
            [new("Robotica", "28", "automazione, prove e collaudi", "Celle automatiche e banchi di prova per robot"), new("Collaudi", "28", "automazione, prove e collaudi", "Banchi di prova e prove di carico per robot e macchine")]),
        new("Bruno Testa", "associate-como.csv", 350, "CO", "Albesina Bellarosa Cernobrada Domasera Fenegrina Griantella Menagora Olgiarda Plesiana Rovellina Solzagna Turatella",
            [new("Tintoria", "13", "tessile", "Tintura e finissaggio di tessuti tecnici"), new("Tessitura", "13", "tessile, progettazione", "Tessuti tecnici su disegno, campionari di seta")]),
    ];

    public static async Task TellAsync(DemoStage stage, RegisterSweep sweep, DateOnly asOf, CancellationToken cancellationToken)
    {
        foreach (var list in _lists)
        {
            var stored = await stage.StoreAsync(Encoding.UTF8.GetBytes(list.Table(asOf.AddDays(_firstEnd))), cancellationToken);
            var import = await stage.AsAsync(list.Officer, new UploadFirms(list.File, stored), cancellationToken);
            var shown = await stage.AsAsync(list.Officer, new ShowImport(import), cancellationToken);
            await stage.AsAsync(list.Officer, new MatchColumns(import, [.. shown.Columns.Select(c => c.Field)], "form"), cancellationToken);
            await sweep.ContinueAsync(import, null, cancellationToken);
            await stage.AsAsync(list.Officer, new BeginImportStage(import, Undo: false), cancellationToken);
            await sweep.ContinueAsync(import, null, cancellationToken);
        }

        await sweep.MakeCardsAsync(cancellationToken);
    }

    private sealed record DemoTrade(string Name, string Division, string Can, string Offers);

    /// <param name="First">Number of the first firm.</param>
    /// <param name="Words">Each the invented word of a firm's name.</param>
    /// <param name="Trades">In turn.</param>
    private sealed record DemoList(string Officer, string File, int First, string Province, string Words, DemoTrade[] Trades)
    {
        /// <summary>Rows to mend.</summary>
        public string More { get; init; } = "";

        public string Table(DateOnly firstEnd)
        {
            var text = new StringBuilder("Ragione sociale;Partita IVA;Provincia;ATECO;Addetti;Lavorazioni;Certificazioni;Offre;Consenso anonimo;Consenso nome;Mail\r\n");
            var words = Words.Split(' ');
            for (var i = 0; i < words.Length; i++)
            {
                // One in five allowed it until a day that comes soon.
                var allowed = i % 5 == 4 ? firstEnd.AddDays(7 * (i / 5)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "si";
                var trade = Trades[i % Trades.Length];
                text.Append(CultureInfo.InvariantCulture, $"{trade.Name} {words[i]} Srl;{InventedIdentifiers.Vat(First + i)};{Province};{trade.Division};{12 + i};{trade.Can};ISO 9001;{trade.Offers};{allowed};si;info@{words[i].ToLowerInvariant()}.example\r\n");
            }

            return text.Append(More).ToString();
        }
    }
}
