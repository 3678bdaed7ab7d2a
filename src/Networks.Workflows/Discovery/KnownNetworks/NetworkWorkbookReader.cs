using System.Globalization;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Discovery.Imports;
using Networks.Workflows.Discovery.Register;

namespace Networks.Workflows.Discovery.KnownNetworks;

/// <summary>One firm in one network, as a row of the workbook has it.</summary>
internal sealed record WorkbookRow(string TaxCode, string Network, NetworkKind Kind, DateOnly? DeedOn, string? Repertorio, bool IsReference);

/// <param name="Skipped">Rows without a firm's number that can be right, and rows that came twice.</param>
internal sealed record WorkbookRows(IReadOnlyList<WorkbookRow> Rows, int Skipped);

/// <summary>
/// Reads the Chambers' open workbook of networks: the sheet <c>Elenco</c> has a row for each firm of a rete-contratto,
/// <c>Sogg. Giu.</c> for each of a rete-soggetto. Columns are found by their headings; days are written dd/MM/yyyy or kept
/// as numbers; the same firm, repertorio and deed come twice here and there. Source S28.
/// </summary>
internal static class NetworkWorkbookReader
{
    private static readonly (string Sheet, NetworkKind Kind)[] _sheets = [("Elenco", NetworkKind.Contractual), ("Sogg. Giu.", NetworkKind.LegalEntity)];

    private static readonly string[] _days = ["d/M/yyyy", "yyyy-MM-dd"];

    /// <summary>Day zero of the numbers in which workbooks keep days.</summary>
    private static readonly DateOnly _dayZero = new(1899, 12, 30);

    private static readonly string[] _taxCode = ["c.f.", "cf", "codice fiscale", "cod. fiscale", "codice fiscale impresa"];
    private static readonly string[] _network = ["denominazione contratto", "contratto", "nome contratto", "denominazione rete", "rete"];
    private static readonly string[] _deed = ["data atto", "data contratto", "data"];
    private static readonly string[] _repertorio = ["numero repertorio", "n. repertorio", "repertorio"];
    private static readonly string[] _reference = ["impresa di riferimento", "riferimento", "impresa riferimento"];

    /// <returns>Null when neither sheet has the columns of the workbook.</returns>
    /// <exception cref="InvalidDataException">The bytes are no workbook.</exception>
    public static WorkbookRows? Read(byte[] bytes)
    {
        var rows = new List<WorkbookRow>();
        var seen = new HashSet<(string, string?, DateOnly?, string)>();
        var skipped = 0;
        var found = false;
        foreach (var (sheet, kind) in _sheets)
        {
            Columns? columns = null;
            var network = "";
            foreach (var (_, cells) in TableBook.Read(bytes, sheet))
            {
                if (columns is null)
                {
                    columns = Columns.Of(cells);
                    found |= columns is not null;
                    continue;
                }

                // What all firms of a network share may stand in its first row only.
                network = Columns.Text(cells, columns.Network) ?? network;
                if (columns.Row(cells, network, kind) is { } row && seen.Add((row.TaxCode, row.Repertorio, row.DeedOn, row.Network)))
                {
                    rows.Add(row);
                }
                else
                {
                    skipped++;
                }
            }
        }

        return found ? new WorkbookRows(rows, skipped) : null;
    }

    private sealed record Columns(int TaxCode, int Network, int? Deed, int? Repertorio, int? Reference)
    {
        /// <returns>Null for a row that is no heading.</returns>
        public static Columns? Of(IReadOnlyList<string> cells)
        {
            var plain = cells.Select(FieldReaders.Plain).ToList();
            return Find(_taxCode) is { } code && Find(_network) is { } network ? new Columns(code, network, Find(_deed), Find(_repertorio), Find(_reference)) : null;

            int? Find(string[] words) => words.Select(w => plain.IndexOf(FieldReaders.Plain(w))).Where(i => i >= 0).Select(i => (int?)i).FirstOrDefault();
        }

        public static string? Text(IReadOnlyList<string> cells, int? column) =>
            column is { } at && at < cells.Count && !string.IsNullOrWhiteSpace(cells[at]) ? cells[at].Trim() : null;

        public WorkbookRow? Row(IReadOnlyList<string> cells, string network, NetworkKind kind)
        {
            if (Text(cells, TaxCode) is not { } typed || network.Length == 0)
            {
                return null;
            }

            // A number that was kept as a number has lost the noughts before it.
            var padded = typed.All(char.IsAsciiDigit) ? typed.PadLeft(11, '0') : typed;
            return Data.Firms.TaxCode.TryParse(padded, out var code, out _)
                ? new WorkbookRow(code.Value, Short(network, 400), kind, DayOf(Text(cells, Deed)), Text(cells, Repertorio) is { } number ? Short(number, 100) : null, IsYes(Text(cells, Reference)))
                : null;
        }

        private static string Short(string text, int most) => text[..Math.Min(text.Length, most)];

        private static bool IsYes(string? text) => text is { } said && FieldReaders.Plain(said) is "si" or "s" or "x" or "1";

        private static DateOnly? DayOf(string? text) =>
            DateOnly.TryParseExact(text, _days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is > 30_000 and < 80_000 ? _dayZero.AddDays((int)number)
            : null;
    }
}
