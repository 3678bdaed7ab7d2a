using Networks.Bench.Engine;

namespace Networks.Bench.Monitoring;

/// <summary>The numbers of the lead's picture in SQLite's own words, every row read.</summary>
internal static class RegionByHand
{
    private static readonly string[] _statements =
    [
        """SELECT OwnerId, Status, Phase, COUNT(*) FROM Cases GROUP BY OwnerId, Status, Phase""",
        """SELECT json_extract(Facts, '$.phase') AS phase, COUNT(DISTINCT CaseId) FROM CaseEvents WHERE Name = 'engine.phase-entered' GROUP BY phase""",
        """SELECT substr(first, 1, 7), phase, COUNT(*) FROM (SELECT CaseId, json_extract(Facts, '$.phase') AS phase, MIN(HappenedOn) AS first FROM CaseEvents WHERE Name = 'engine.phase-entered' GROUP BY CaseId, phase) GROUP BY 1, 2""",
        """SELECT phase, days, COUNT(*) FROM (SELECT json_extract(Facts, '$.phase') AS phase, julianday(LEAD(HappenedOn) OVER (PARTITION BY CaseId ORDER BY Number)) - julianday(HappenedOn) AS days FROM CaseEvents WHERE Name = 'engine.phase-entered') WHERE days IS NOT NULL GROUP BY phase, days""",
        """SELECT Reference, EffectOn, julianday(EffectOn) - julianday(OpenedOn) FROM Cases WHERE EffectOn IS NOT NULL ORDER BY EffectOn""",
        """SELECT f.ReaProvince, COUNT(DISTINCT p.FirmId) FROM Participants p JOIN Cases c ON c.Id = p.CaseId JOIN Firms f ON f.Id = p.FirmId WHERE p.Status = 'Active' AND c.Status <> 'ClosedWithoutOutcome' GROUP BY f.ReaProvince""",
        """SELECT DeskId, WaitsFor, COUNT(*), SUM(DueOn < '2026-11-22') FROM WorkItems WHERE Status = 'Open' GROUP BY DeskId, WaitsFor""",
        """SELECT c.Reference, c.Phase, MAX(e.HappenedOn), (SELECT MIN(WaitsFor) FROM WorkItems w WHERE w.CaseId = c.Id AND w.Status = 'Open') FROM Cases c JOIN CaseEvents e ON e.CaseId = c.Id AND e.Name = 'engine.phase-entered' WHERE c.Status = 'Open' GROUP BY c.Id HAVING julianday('2026-11-22') - julianday(MAX(e.HappenedOn)) > 30""",
    ];

    public static async Task AskAsync(Store store)
    {
        await using var connection = await store.OpenAsync();
        foreach (var statement in _statements)
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants
            command.CommandText = statement;
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                _ = reader.GetValue(0);
            }
        }
    }
}
