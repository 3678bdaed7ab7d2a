using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Data.EnterpriseNetworks;

namespace Networks.Faults.Support;

/// <summary>Brings a case's round to where a race or a fault begins.</summary>
internal static partial class Rounds
{
    public static Task<RoundStatus> StatusAsync(World world, CaseId id) =>
        world.ReadAsync(db => db.ApprovalRounds.Where(r => r.CaseId == id).OrderByDescending(r => r.Number).Select(r => r.Status).FirstAsync());

    /// <summary>The act that puts the newest text to the firms.</summary>
    public static async Task<Act> OpenAsync(World world, Acts acts, CaseId id)
    {
        var draft = await world.ReadAsync(db => db.Drafts.Where(d => d.CaseId == id).OrderByDescending(d => d.Number).Select(d => d.Id).FirstAsync());
        return acts.OpenRound(id, draft, Seed.LastDay(TimeProvider.System));
    }

    /// <summary>Opens a round unless one is open.</summary>
    /// <returns>The case with the links of now.</returns>
    public static async Task<SeededCase> ReadyAsync(World world, Desk desk, Acts acts, SeededCase @case)
    {
        if (await StatusAsync(world, @case.Id) != RoundStatus.Open)
        {
            var answer = await desk.InsistAsync(await OpenAsync(world, acts, @case.Id));
            if (!answer.Done)
            {
                throw new InvalidOperationException($"no round can be opened: {answer}");
            }
        }

        return await world.ReadAsync(async db =>
        {
            var round = await db.ApprovalRounds.Where(r => r.CaseId == @case.Id).OrderByDescending(r => r.Number).Select(r => r.Id).FirstAsync();
            var mails = await db.Outbox.Where(m => m.CaseId == @case.Id && m.ParticipantId != null && m.Body.Contains("/f/")).ToListAsync();
            var active = await db.Participants.Where(p => p.CaseId == @case.Id && p.Status == ParticipantStatus.Active).Select(p => p.Id).ToListAsync();
            return @case with
            {
                Round = round,
                Firms = [.. @case.Firms.Where(f => active.Contains(f.Participant)).Select(f => f with { Token = Link().Match(mails.Where(m => m.ParticipantId == f.Participant).OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).Last().Body).Groups[1].Value })],
            };
        });
    }

    [GeneratedRegex("/f/([A-Za-z0-9_-]{43})")]
    private static partial Regex Link();
}
