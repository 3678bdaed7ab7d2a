using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Workflows.Common;

namespace Networks.Workflows.Intake.EditFirm;

/// <summary>Writes merged values into a firm, with a row of the history for each fact that changes.</summary>
internal sealed class FirmChanges(CaseHistory history, Case @case, Participant participant, Firm firm, DateOnly today, TimeProvider clock)
{
    private int _count;

    public int Write(IReadOnlyDictionary<string, string> now, Dictionary<string, string> wanted)
    {
        // Looking a firm up is an act of a day: today, unless another day was typed.
        if (wanted["register"] != now["register"] && wanted["register-checked-on"] == now["register-checked-on"])
        {
            wanted["register-checked-on"] = wanted["register"] == nameof(RegisterStatus.ToVerify) ? "" : FirmFields.DayOf(today);
        }

        foreach (var field in FirmFields.All.Where(f => wanted[f.Name] != now[f.Name]))
        {
            field.Write(firm, wanted[field.Name]);
            Record(EventOf(field.Name, wanted[field.Name]), field.Personal, now[field.Name], wanted[field.Name]);
        }

        WriteSeat(now, wanted);
        WriteRepresentative(now, wanted);
        WriteConsents(now, wanted);
        return _count;
    }

    /// <summary>The register's answer is worth a name of its own, because its sentence must read without a code book.</summary>
    public static string EventOf(string field, string value) =>
        field == "register" ? $"intake.firm-register-{FirmText.Word(value)}" : $"intake.firm-{field}-changed";

    private void WriteSeat(IReadOnlyDictionary<string, string> now, Dictionary<string, string> wanted)
    {
        if (FirmFields.Seat.All(field => now[field] == wanted[field]))
        {
            return;
        }

        var before = firm.Seat;
        firm.Seat = wanted["seat-street"].Length == 0
            ? null
            : new PostalAddress(wanted["seat-street"], wanted["seat-number"], wanted["seat-postal-code"], wanted["seat-municipality"],
                wanted["seat-province"] is { Length: > 0 } sigla ? sigla : null, wanted["country"]);
        Record("intake.firm-seat-changed", personal: true, $"{before}", $"{firm.Seat}");
    }

    private void WriteRepresentative(IReadOnlyDictionary<string, string> now, Dictionary<string, string> wanted)
    {
        var name = wanted["representative-name"];
        if (name.Length == 0 || FirmFields.Representative.All(field => now[field] == wanted[field]))
        {
            return;
        }

        // The same person with a corrected code stays in office from the same day; another one begins on the day typed, or today.
        var typedDay = wanted["representative-from"] == now["representative-from"] && name != now["representative-name"] ? null : FirmFields.Day(wanted["representative-from"]);
        var code = wanted["representative-tax-code"];
        firm.Appoint(new LegalRepresentative(Ids.New(clock), name, code.Length == 0 ? null : code, typedDay ?? today)
        {
            Office = wanted["representative-office"] is { Length: > 0 } office ? office : null,
        });
        Record("intake.firm-representative-changed", personal: true, Person(now), Person(wanted));
    }

    private void WriteConsents(IReadOnlyDictionary<string, string> now, Dictionary<string, string> wanted)
    {
        foreach (var (field, purpose) in FirmFields.Consents.Where(c => now[c.Key] != wanted[c.Key]))
        {
            var given = wanted[field] == FirmFields.Yes;
            if (given)
            {
                firm.Give(new Consent(Ids.New(clock), purpose, today, null, wanted["privacy-how"] is { Length: > 0 } how ? how : PrivacyNotice.Ways[0]));
            }
            else
            {
                foreach (var consent in firm.Consents.Where(c => c.Purpose == purpose && c.CoversDay(today)))
                {
                    consent.Withdraw(today);
                }
            }

            if (purpose == ConsentPurpose.ShowState)
            {
                participant.ShowsStateToOthers = given;
            }

            Record($"intake.consent-{field}-{(given ? "given" : "withdrawn")}", personal: true, null, null);
        }
    }

    private void Record(string name, bool personal, string? before, string? after)
    {
        var facts = FirmAdmission.Facts(participant);
        if (!personal)
        {
            facts["new"] = after ?? "";
            facts["old"] = before ?? "";
        }

        var told = personal && (before, after) is not (null, null) ? $"{firm.Name}: {Shown(before)} → {Shown(after)}" : firm.Name;
        history.Record(@case, name, today, facts, told);
        _count++;
    }

    private static string Shown(string? value) => string.IsNullOrEmpty(value) ? "–" : value;

    private static string Person(IReadOnlyDictionary<string, string> values) =>
        string.Join(", ", FirmFields.Representative.Select(f => values[f]).Where(v => v.Length > 0));
}
