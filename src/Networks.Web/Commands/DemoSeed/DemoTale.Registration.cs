using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.FollowUp.FulfilDuty;
using Networks.Workflows.Registration.ConfirmEffect;
using Networks.Workflows.Registration.RecordOutcome;
using Networks.Workflows.Registration.SendFiling;
using Networks.Workflows.Signing.RecordDeed;
using Networks.Workflows.Signing.UploadSigned;

namespace Networks.Web.Commands.DemoSeed;

internal sealed partial class DemoTale
{
    private const int _firstProtocol = 10417;

    /// <summary>Representatives sign the frozen PDF; the desk of each uploads the file.</summary>
    public DemoTale Signs(int ago, params string[] firms)
    {
        foreach (var firm in firms)
        {
            Act(ago, $"{firm} signs", async (stage, token) =>
            {
                var told = DemoFirms.Called(firm);
                using var signer = stage.Authority.Signer(told.RepresentativeTaxCode, told.Representative);
                var signed = await stage.StoreAsync(stage.Authority.Sign(await FrozenPdfAsync(stage, token), signer), token);
                await stage.AsAsync(OfficerOf(firm), new UploadSigned(Guid.Empty, _case, [new SignedUpload($"{told.Slug}.pdf.p7m", signed)]), token);
            });
        }

        return this;
    }

    public DemoTale RecordsDeed(int ago, string notary, string repertorio) => Act(ago, "records the deed", async (stage, token) =>
    {
        var deed = await stage.StoreAsync(await FrozenPdfAsync(stage, token), token);
        await stage.AsAsync(Officer(desk), new RecordDeed(Guid.Empty, _case, stage.Today, notary, repertorio, null, new DeedUpload("atto.pdf", deed), TextIsApproved: true), token);
    });

    /// <param name="firms">None: the one filing of a rete-soggetto.</param>
    public DemoTale Files(int ago, params string[] firms) => EachFiling(ago, "files", firms, (stage, who, filing, token) =>
        stage.AsAsync(who, new SendFiling(Guid.Empty, _case, filing, stage.Today, ProtocolOf(stage, filing)), token));

    public DemoTale Enters(int ago, params string[] firms) => EachFiling(ago, "is entered", firms, (stage, who, filing, token) =>
        stage.AsAsync(who, new RecordOutcome(Guid.Empty, _case, filing, FilingOutcome.Entered, stage.Today, null, null, null, null), token));

    public DemoTale Suspends(int ago, string firm, string reason, string words) => EachFiling(ago, "is suspended", [firm], (stage, who, filing, token) =>
        stage.AsAsync(who, new RecordOutcome(Guid.Empty, _case, filing, FilingOutcome.Suspended, stage.Today, null, reason, words, null), token));

    public DemoTale ConfirmsEffect(int ago) => Act(ago, "confirms the effect", async (stage, token) =>
    {
        var seen = await stage.AsAsync(Officer(desk), new PreviewEffect(_case), token);
        await stage.AsAsync(Officer(desk), new ConfirmEffect(Guid.Empty, _case, seen.Day), token);
    });

    /// <summary>Sees to the duty that is due next.</summary>
    public DemoTale FulfilsNextDuty(int ago, string note) => Act(ago, "fulfils a duty", async (stage, token) =>
    {
        var duty = await stage.ReadAsync((db, t) => db.Duties.Where(d => d.CaseId == _case && d.DoneOn == null).OrderBy(d => d.DueOn).ThenBy(d => d.Kind).Select(d => d.Id).FirstAsync(t), token);
        await stage.AsAsync(Officer(desk), new FulfilDuty(Guid.Empty, _case, duty, stage.Today, note), token);
    });

    private DemoTale EachFiling<T>(int ago, string what, string[] firms, Func<DemoStage, string, FilingId, CancellationToken, Task<T>> play)
    {
        foreach (var firm in firms.Length == 0 ? [null] : firms.Cast<string?>())
        {
            Act(ago, $"{firm ?? "the network"} {what}", async (stage, token) =>
            {
                var participant = firm is null ? (ParticipantId?)null : _participants[firm];
                var filing = await stage.ReadAsync((db, t) => db.Filings.Where(f => f.CaseId == _case && f.ParticipantId == participant).Select(f => f.Id).SingleAsync(t), token);
                await play(stage, firm is null ? Officer(desk) : OfficerOf(firm), filing, token);
            });
        }

        return this;
    }

    private async Task<byte[]> FrozenPdfAsync(DemoStage stage, CancellationToken cancellationToken)
    {
        var hash = await stage.ReadAsync((db, token) => db.Drafts.Where(d => d.CaseId == _case && d.FrozenHash != null).OrderByDescending(d => d.Number).Select(d => d.FrozenHash).FirstAsync(token), cancellationToken);
        return await stage.FileAsync(hash!, cancellationToken);
    }

    private static string ProtocolOf(DemoStage stage, FilingId filing) => $"{_firstProtocol + stage.NumberOf(filing.Value)}/{stage.Today.Year}";
}
