using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Changes;
using Networks.Workflows.Common;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Changes.WhatIf;

/// <summary>Computes what would follow. For looking it runs alone; for accepting, under the guard, to see whether it is still so.</summary>
internal sealed class Simulation(NetworksDbContext db, BusinessCalendar calendar)
{
    public async Task<Result<WithdrawalSimulation>> RunAsync(
        Case @case, IReadOnlyList<ParticipantId> firms, string? cause, DateOnly? on, CancellationToken cancellationToken)
    {
        if (@case.Status is CaseStatus.ClosedWithoutOutcome or CaseStatus.Ended)
        {
            return ChangeRefusals.CaseOver;
        }

        var today = calendar.Today();
        var before = await CopyReader.ReadAsync(db, @case, today, cancellationToken);
        var asked = cause ?? (before.Terms.NoticeMonths is null ? WithdrawalCauses.JustCause : WithdrawalCauses.Notice);
        var day = on ?? today;
        var choices = before.Firms.Select(f => new LeavingChoice(f.Id.Value, f.Name, firms.Contains(f.Id))).ToList();
        var answer = new WithdrawalSimulation(before.Name, before.Stage, choices, asked, day, null, null, [], [], null);
        if (firms.Count == 0)
        {
            return answer;
        }

        var leaving = before.Firms.Where(f => firms.Contains(f.Id)).ToList();
        var leavesOn = before.Stage == WithdrawalStage.AfterEffect ? WithdrawalDay.Of(asked, day, before.Terms.NoticeMonths) : day;
        if (await RefuseAsync(@case, leaving, firms.Count, asked, day, leavesOn, cancellationToken) is { } refusal)
        {
            return answer with { Refusal = refusal };
        }

        var after = before.Without([.. leaving.Select(f => f.Id)]);
        var calls = await db.FundingCalls.AsNoTracking().Where(c => c.ProgrammeId == @case.ProgrammeId && c.WithdrawnAt == null && c.ClosesOn >= today)
            .OrderBy(c => c.ClosesOn).ThenBy(c => c.Id).ToListAsync(cancellationToken);
        var lines = Consequences.Of(before, after, leaving, calls, leavesOn!.Value);
        var measures = Measures.Of(before, after, calls, today);
        return answer with { Lost = [.. leaving.Select(f => new LostFirm(f.Name, f.Division, f.Province))], LeavesOn = leavesOn, Measures = measures, Consequences = lines, Stamp = StampOf(@case, before, after, asked, day, lines) };
    }

    private async Task<Refusal?> RefuseAsync(
        Case @case, List<CopiedFirm> leaving, int asked, string cause, DateOnly day, DateOnly? leavesOn, CancellationToken cancellationToken)
    {
        if (leaving.Count < asked)
        {
            return ChangeRefusals.NotTakingPart;
        }

        if (!WithdrawalCauses.All.Contains(cause))
        {
            return ChangeRefusals.CauseMissing;
        }

        if (leavesOn is null)
        {
            return ChangeRefusals.NoFreeWithdrawal;
        }

        if (@case.DeedOn is { } deed && day < deed)
        {
            return ChangeRefusals.DayBefore(day, deed, "on");
        }

        if (await db.NetworkChanges.AsNoTracking().AnyAsync(c => c.CaseId == @case.Id && c.Kind == ChangeKind.Closing && c.Status == ChangeStatus.UnderWay, cancellationToken))
        {
            return ChangeRefusals.ClosingUnderWay;
        }

        var ids = leaving.ConvertAll(f => (ParticipantId?)f.Id);
        var already = await db.NetworkChanges.AsNoTracking()
            .Where(c => c.CaseId == @case.Id && c.Kind == ChangeKind.Withdrawal && c.Status == ChangeStatus.UnderWay && ids.Contains(c.ParticipantId))
            .Select(c => c.ParticipantId).FirstOrDefaultAsync(cancellationToken);
        return already is null ? null : ChangeRefusals.LeavesAlready(leaving.First(f => f.Id == already).Name);
    }

    /// <summary>Of the facts and of the list, whatever the language in which it was read.</summary>
    private static string StampOf(Case @case, NetworkCopy before, NetworkCopy after, string cause, DateOnly day, IEnumerable<Consequence> lines)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{@case.Id.Value:N} {before.Stage} {before.Kind} {before.EffectOn:O} {cause} {day:O} {before.Required}\n");
        foreach (var copy in new[] { before, after })
        {
            text.Append(CultureInfo.InvariantCulture, $"{copy.Reference?.Value} {copy.Mandatary?.Value} {copy.Reporter?.Value} {copy.BodyHolder} {copy.Round} {copy.Approvals} {copy.HasFund}\n");
            foreach (var firm in copy.Firms)
            {
                text.Append(CultureInfo.InvariantCulture, $"{firm.Id.Value:N} {firm.Name} {firm.Chamber} {firm.EnteredOn:O} {firm.ContributionCents} {firm.PaidCents} {string.Join(',', firm.Capabilities)}\n");
            }
        }

        foreach (var line in lines)
        {
            text.Append(CultureInfo.InvariantCulture, $"{line.Code} {line.Kind} {line.Leaving.Value:N} {line.Filer?.Value} {line.Chamber} {string.Join('|', line.Values)}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
