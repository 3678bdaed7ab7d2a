using Microsoft.EntityFrameworkCore;
using Networks.Workflows.Administration;
using Networks.Workflows.Administration.AddClosingDays;
using Networks.Workflows.Administration.ConfirmFact;
using Networks.Workflows.Administration.EditProgramme;

namespace Networks.Web.Commands.DemoSeed;

/// <summary>What the administrator of the demo has set: the feasts of the patron saints, a fee that was verified, and what the programme promised.</summary>
internal static class DemoAdministration
{
    private const string _administrator = "Sara Colnaghi";

    private static readonly (string Association, string Feast, int Month, int Day)[] _patrons =
    [
        ("Assolombarda", "Sant'Ambrogio", 12, 7),
        ("Confindustria Lecco", "San Nicolò", 12, 6),
        ("Confindustria Como", "Sant'Abbondio", 8, 31),
        ("Confindustria Monza e Brianza", "San Giovanni Battista", 6, 24),
        ("Confindustria Pavia", "San Siro", 12, 9),
    ];

    /// <summary>One that is reached, one that is not yet, one that is a most.</summary>
    private static readonly Dictionary<string, int> _targets = new(StringComparer.Ordinal) { ["opened"] = 12, ["in-effect-so-far"] = 8, ["median-days"] = 120 };

    public static async Task TellAsync(DemoStage stage, CancellationToken cancellationToken)
    {
        foreach (var (name, feast, month, day) in _patrons)
        {
            var association = await stage.ReadAsync((db, token) => db.Associations.Where(a => a.Name == name).Select(a => a.Id).SingleAsync(token), cancellationToken);
            var on = new DateOnly(stage.Today.Year, month, day);
            await stage.AsAsync(_administrator, new AddClosingDays(new ClosingOwner(association, null).Word, "Patron", feast, on, null, true, null), cancellationToken);
        }

        await stage.AsAsync(_administrator, new ConfirmFact(
            "registry-reference-enterprise", 90_00, stage.Today, "CCIAA Como-Lecco, 580/1993", "Anna Riva", stage.Today), cancellationToken);
        await stage.AsAsync(_administrator, new SetTargets(_targets), cancellationToken);
    }
}
