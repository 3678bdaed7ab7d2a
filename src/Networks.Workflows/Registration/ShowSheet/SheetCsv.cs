using System.Globalization;
using System.Text;

namespace Networks.Workflows.Registration.ShowSheet;

/// <summary>
/// The typed data of a sheet for re-keying: two columns, semicolons, UTF-8 with its mark, as Italian spreadsheets open it.
/// The words are the chambers' own and stay Italian.
/// </summary>
public static class SheetCsv
{
    public static byte[] Write(SheetView sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var text = new StringBuilder();
        foreach (var (field, value) in Rows(sheet))
        {
            text.Append(Cell(field)).Append(';').Append(Cell(value)).Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>Quoted where it must be; never a formula: a spreadsheet shows it and does not run it.</summary>
    internal static string Cell(string? value)
    {
        var safe = value is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{value}" : value ?? "";
        return safe.AsSpan().IndexOfAny(";\"\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static IEnumerable<(string Field, string? Value)> Rows(SheetView sheet)
    {
        yield return ("contratto di rete", sheet.NetworkName);
        yield return ("pratica interna", sheet.CaseReference);
        yield return ("camera di commercio", sheet.Chamber);
        yield return ("modulo", sheet.Module.Module);
        yield return ("codice atto", sheet.Module.DeedCode);
        yield return ("tipo adempimento", sheet.Module.Step?.Letter);
        yield return ("data atto", Day(sheet.Deed.Date));
        yield return ("notaio", sheet.Deed.Notary);
        yield return ("numero repertorio", sheet.Deed.Repertorio);
        yield return ("numero raccolta", sheet.Deed.Collection);
        yield return ("impronta SHA-256", sheet.Deed.Sha256);
        yield return ("oggetto", sheet.ObjectText);
        yield return ("diritti di segreteria", Euro(sheet.Fee.RegistryCents));
        yield return ("imposta di bollo", Euro(sheet.Fee.StampCents));
        foreach (var (firm, number) in (sheet.Firm is null ? sheet.Participants : [sheet.Firm, .. sheet.Participants.Where(p => p != sheet.Firm)]).Select((f, i) => (f, i + 1)))
        {
            yield return ($"impresa {number}", firm.Name);
            yield return ($"impresa {number} codice fiscale", firm.TaxCode);
            yield return ($"impresa {number} REA", firm.Rea);
            yield return ($"impresa {number} sede", firm.Seat);
            yield return ($"impresa {number} di riferimento", firm.IsReference ? "SI" : "NO");
            yield return ($"impresa {number} firmatario", firm.Signer);
            yield return ($"impresa {number} codice fiscale firmatario", firm.SignerTaxCode);
        }
    }

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Euro(long cents) => string.Create(CultureInfo.InvariantCulture, $"{cents / 100},{cents % 100:00}");
}
