using Networks.Data.Cases;

namespace Networks.Web.Commands.DemoSeed;

/// <summary>Two networks that were in the register before any desk followed them: one loses a firm, one files its annual statement.</summary>
internal static class DemoElders
{
    public static IReadOnlyList<DemoTale> TalesFor(DateOnly asOf) => [WithLeavingFirm(asOf), WithStatement(asOf)];

    private static DemoTale WithLeavingFirm(DateOnly asOf)
    {
        var tale = new DemoTale("Rete Filati del Ticino", "legnano", asOf).TakesIn(260, 1300, null, "Elmarosa", "Gavirola", "Ilvarda").AsksEachQuarter(255, 20);
        return Checked(tale, asOf, 258)
            .Leaves(9, "Ilvarda", "Il nuovo socio di maggioranza vuole vendere da solo.")
            .EndsIn(CaseStatus.InEffect, CasePhase.FollowUp);
    }

    /// <summary>The statement of the year before goes to the chamber on 20 February, a week before its last day.</summary>
    private static DemoTale WithStatement(DateOnly asOf)
    {
        var sent = new DateOnly(asOf.Year, 2, 20) < asOf ? new DateOnly(asOf.Year, 2, 20) : new DateOnly(asOf.Year - 1, 2, 20);
        var ago = asOf.DayNumber - sent.DayNumber;
        var tale = new DemoTale("Rete Automazioni Pavesi", "pavia", asOf).TakesIn(ago + 110, 1700, "PV", "Querciarda", "Sabbionda", "Vernavolta").AsksEachQuarter(ago + 105, 20);
        return Checked(tale, asOf, ago + 108)
            .SendsStatement(ago).StatementIsEntered(ago - 6)
            .EndsIn(CaseStatus.InEffect, CasePhase.FollowUp);
    }

    // The yearly check of January, where one has passed since the network was taken in.
    private static DemoTale Checked(DemoTale tale, DateOnly asOf, int since)
    {
        for (var year = asOf.AddDays(-since).Year + 1; year <= asOf.Year; year++)
        {
            if (new DateOnly(year, 1, 25) < asOf)
            {
                tale.FulfilsNextDuty(asOf.DayNumber - new DateOnly(year, 1, 25).DayNumber, "Visure guardate: tre imprese, tutte iscritte e con la PEC attiva.");
            }
        }

        return tale;
    }
}
