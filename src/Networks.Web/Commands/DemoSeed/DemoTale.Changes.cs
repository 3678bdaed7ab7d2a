using Networks.Data;
using Networks.Workflows.Changes.AcceptWithdrawal;
using Networks.Workflows.Changes.WhatIf;

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
}
