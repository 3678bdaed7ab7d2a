using System.Globalization;
using Networks.Data.Firms;
using Networks.Workflows.Common;

namespace Networks.Workflows.Intake.TakeInNetwork;

/// <summary>One firm of an existing network as it was typed or pasted.</summary>
/// <param name="Firm">Name with number, as the field for several firms takes it.</param>
/// <param name="Rea">As typed; null where the line has none.</param>
/// <param name="EnteredOn">Null where the line has none.</param>
/// <param name="Odd">A part that is neither; null without one.</param>
internal sealed record RegisterLine(string Firm, string? Rea, DateOnly? EnteredOn, string? Odd)
{
    public string Key => TypedFirms.KeyOf(Firm);
}

/// <summary>Reads lines with a firm, its REA number and the day of its entry, parted by semicolons or tabs, in any order after the firm.</summary>
internal static class RegisterLines
{
    private static readonly string[] _days = ["yyyy-MM-dd", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy"];

    public static IReadOnlyList<RegisterLine> Read(string? text) =>
        [.. (text ?? "").Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Of).Where(l => l.Key.Length > 0)];

    public static IEnumerable<Refusal> Faults(IReadOnlyList<RegisterLine> lines, DateOnly today)
    {
        foreach (var line in lines)
        {
            if (line.Odd is { } odd)
            {
                yield return TakeInRefusals.Unreadable(line.Firm, odd);
            }
            else if (line.EnteredOn is { } on && on > today)
            {
                yield return TakeInRefusals.EntryToCome(line.Firm, on);
            }
            else if (line.EnteredOn is not null && line.Rea is null)
            {
                yield return TakeInRefusals.ReaMissing(line.Firm);
            }
        }
    }

    private static RegisterLine Of(string typed)
    {
        var parts = typed.Split([';', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var line = new RegisterLine(parts.Length == 0 ? "" : parts[0].Replace(',', ' '), null, null, null);
        foreach (var part in parts.Skip(1))
        {
            line = DateOnly.TryParseExact(part, _days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? line with { EnteredOn = day }
                : ReaNumber.TryParse(part, out var rea, out _) ? line with { Rea = rea.Value }
                : line with { Odd = part };
        }

        return line;
    }
}
