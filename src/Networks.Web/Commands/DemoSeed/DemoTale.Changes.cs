using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Changes.AcceptWithdrawal;
using Networks.Workflows.Changes.CloseNetwork;
using Networks.Workflows.Changes.RecordVote;
using Networks.Workflows.Changes.WhatIf;
using Networks.Workflows.Intake.OpenAccession;
using Networks.Workflows.Rules;

namespace Networks.Web.Commands.DemoSeed;

/// <summary>What happens to the network once it runs.</summary>
internal sealed partial class DemoTale
{
    /// <summary>The desk simulates that a firm leaves, and starts what it read.</summary>
    public DemoTale Leaves(int ago, string firm, string reason) => Act(ago, $"{firm} wants to leave", async (stage, token) =>
    {
        IReadOnlyList<ParticipantId> firms = [_participants[firm]];
        var seen = await stage.AsAsync(Officer(desk), new SimulateWithdrawal(_case, firms, null, stage.Today), token);
        await stage.AsAsync(Officer(desk), new AcceptWithdrawal(Guid.Empty, _case, firms, seen.Cause, seen.On, seen.Stamp, reason), token);
    });

    /// <summary>A firm wants to join a contract that is open: its signed accession is awaited.</summary>
    public DemoTale Accedes(int ago, string firm) => Act(ago, $"{firm} wants to join", (stage, token) =>
        stage.AsAsync(Officer(desk), new OpenAccession(Guid.Empty, _case, DemoFirms.Called(firm).VatNumber, null, null), token));

    /// <summary>All are asked by link whether the network is to end; the first of them answers yes.</summary>
    public DemoTale WantsToEnd(int ago, string reason, string answers) => Act(ago, "asks whether to end", (stage, token) =>
        stage.AsAsync(Officer(desk), new OpenClosing(Guid.Empty, _case, ClosingCauses.Agreement, null, null, reason), token))
        .Act(ago - 1, $"{answers} votes", async (stage, token) =>
        {
            var vote = await stage.ReadAsync((db, t) => db.ChangeVotes.Where(v => v.ParticipantId == _participants[answers] && v.Yes == null).Select(v => v.Id).FirstAsync(t), token);
            await stage.AsAsync(Officer(desk), new RecordVote(Guid.Empty, _case, vote, true, "Detto in riunione."), token);
        });
}
