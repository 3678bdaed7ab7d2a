using Networks.Data;
using Networks.Data.Changes;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Programmes;
using Networks.Workflows.Common;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Changes.WhatIf;

/// <summary>The list of what follows, from two copies of the network. Pure: the same copies give the same list.</summary>
internal sealed class Consequences(NetworkCopy before, NetworkCopy after, IReadOnlyList<CopiedFirm> leaving, DateOnly leavesOn)
{
    private readonly List<Consequence> _lines = [];

    public static IReadOnlyList<Consequence> Of(
        NetworkCopy before, NetworkCopy after, IReadOnlyList<CopiedFirm> leaving, IReadOnlyList<FundingCall> calls, DateOnly leavesOn)
    {
        var list = new Consequences(before, after, leaving, leavesOn);
        foreach (var firm in leaving)
        {
            list.Leaves(firm);
        }

        list.Remains(leaving[0]);
        foreach (var call in calls.Where(c => CallRules.Lacks(before, c).Count == 0 && CallRules.Lacks(after, c).Count > 0))
        {
            list.Told("call-lost", leaving[0], LineWords.Of(call.Title), LineWords.Of(call.ClosesOn));
        }

        return list._lines;
    }

    private void Leaves(CopiedFirm firm)
    {
        switch (before.Stage)
        {
            case WithdrawalStage.BeforeDeed:
                Told("leaves-at-once", firm, LineWords.Of(firm.Name));
                break;
            case WithdrawalStage.AfterDeed:
                Document("amending-deed", firm, LineWords.Of(firm.Name));
                Told("counts-until-deed", firm, LineWords.Of(firm.Name));
                if (firm.IsEntered)
                {
                    Task("delete-entry", firm, LineWords.Of(firm.Name), LineWords.Of(ChamberName(firm.Chamber)));
                }
                else
                {
                    Told("entry-not-needed", firm, LineWords.Of(firm.Name), LineWords.Of(ChamberName(firm.Chamber)));
                }

                break;
            case WithdrawalStage.AfterEffect:
                Document("bring-notice", firm, LineWords.Of(firm.Name), LineWords.Of(leavesOn));
                Task("tell-firms", firm, LineWords.Of(firm.Name), LineWords.Of(leavesOn), LineWords.Of(after.Firms.Count));
                Told("effect-stays", firm);
                Bonds(firm);
                break;
        }

        Money(firm);
        File(firm);
    }

    private void Money(CopiedFirm firm)
    {
        if (!before.HasFund || firm.ContributionCents is not > 0)
        {
            return;
        }

        if (before.Stage != WithdrawalStage.AfterEffect)
        {
            Task("divide-again", firm, LineWords.Of(firm.Name), LineWords.OfEuro(firm.ContributionCents.Value));
            return;
        }

        Task("settle-fund", firm, LineWords.Of(firm.Name), LineWords.OfEuro(firm.ContributionCents.Value));
        if (firm.PaidCents is { } paid && paid < firm.ContributionCents)
        {
            Task("collect-contribution", firm, LineWords.Of(firm.Name), LineWords.OfEuro(firm.ContributionCents.Value - paid));
        }
    }

    /// <summary>What binds a firm that has left.</summary>
    private void Bonds(CopiedFirm firm)
    {
        if (before.Terms.NonCompete is { } limit)
        {
            Told("non-compete", firm, LineWords.Of(firm.Name), LineWords.Of(leavesOn.AddMonths(limit.Months)));
        }
    }

    private void File(CopiedFirm firm)
    {
        if (before.Stage == WithdrawalStage.BeforeDeed)
        {
            return;
        }

        var remaining = after.Firms.Select(f => f.Id).ToList();
        var change = before.Stage == WithdrawalStage.AfterDeed ? ChangeKind.Amendment : ChangeKind.Withdrawal;
        foreach (var filer in ChangeFilings.Of(before.Kind, change, firm.Id, remaining, before.Reference))
        {
            var who = before.Firms.FirstOrDefault(f => f.Id == filer);
            var chamber = filer is null ? before.SeatChamber : who?.Chamber;
            if (chamber is not null)
            {
                _lines.Add(new Consequence("file", ConsequenceKind.Filing, firm.Id, filer, chamber,
                    [LineWords.Of(firm.Name), LineWords.Of(who?.Name ?? before.Name), LineWords.Of(ChamberName(chamber))]));
            }
        }
    }

    /// <summary>What those who stay have to see to.</summary>
    private void Remains(CopiedFirm first)
    {
        if (after.Firms.Count < after.Required)
        {
            Task(after.Firms.Count < MinimumParticipants.Legal ? "below-two" : "below-floor", first, LineWords.Of(after.Firms.Count), LineWords.Of(after.Required));
        }

        if (before.Kind == NetworkKind.Contractual && before.Reference is not null && after.Reference is null)
        {
            Task("name-reference", first, LineWords.Of(NameOf(before.Reference)));
        }

        if (before.BodyHolder is { } holder && after.BodyHolder is null)
        {
            Task("refill-body", first, LineWords.Of(holder));
        }

        if (before.Mandatary is not null && after.Mandatary is null)
        {
            Task("name-mandatary", first, LineWords.Of(NameOf(before.Mandatary)));
        }

        if (before.Reporter is { } reporter && after.Reporter is null)
        {
            Task("name-reporter", first, LineWords.Of(before.Firms.First(f => f.Firm == reporter).Name));
        }

        if (before.Round is { } round)
        {
            Told("round-superseded", first, LineWords.Of(round), LineWords.Of(before.Approvals));
        }

        var lost = before.Capabilities.Except(after.Capabilities, StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToList();
        if (lost.Count > 0)
        {
            Task("seek-capabilities", first, LineWords.OfCapabilities(lost));
        }

        var provinces = before.Firms.Select(f => f.Province).Except(after.Firms.Select(f => f.Province)).OfType<string>().Order(StringComparer.Ordinal).ToList();
        if (provinces.Count > 0)
        {
            Told("provinces-lost", first, LineWords.Of(string.Join(", ", provinces)));
        }
    }

    private string NameOf(ParticipantId? firm) => leaving.First(f => f.Id == firm).Name;

    private static string ChamberName(string? code) => code is null ? "–" : Data.Reference.Chambers.Find(code)?.Name ?? code;

    private void Told(string code, CopiedFirm firm, params string[] values) => Add(code, ConsequenceKind.Told, firm, values);

    private void Task(string code, CopiedFirm firm, params string[] values) => Add(code, ConsequenceKind.Task, firm, values);

    private void Document(string code, CopiedFirm firm, params string[] values) => Add(code, ConsequenceKind.Document, firm, values);

    private void Add(string code, ConsequenceKind kind, CopiedFirm firm, string[] values) => _lines.Add(new Consequence(code, kind, firm.Id, null, null, values));
}
