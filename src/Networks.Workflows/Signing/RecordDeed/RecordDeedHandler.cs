using System.Globalization;
using MediatR;
using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Files;
using Networks.Data.Signing;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Signing.RecordDeed;

internal sealed class RecordDeedHandler(
    NetworksDbContext db, IFileStore files, WorkflowEngine engine, CaseHistory history, IActor actor, TimeProvider clock)
    : IRequestHandler<RecordDeed, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecordDeed request, CancellationToken cancellationToken)
    {
        var today = BusinessCalendar.DayOf(clock.GetUtcNow());
        var state = await SigningState.LoadAsync(db, request.CaseId, today, cancellationToken);
        if (state?.Case.DeedOn is { } made)
        {
            return SigningRefusals.DeedAlreadyMade(made);
        }

        if (state is null || (await engine.OpenTasksAsync(state.Case, SigningSteps.RecordDeed, null, cancellationToken)).Count == 0)
        {
            return SigningRefusals.DeedNotAwaited;
        }

        var contentType = ContentTypeOf(await files.ReadAsync(request.File!.Bytes.Sha256, cancellationToken), request.File.Name);
        var refusals = Refuse(request, state, today, contentType).ToList();
        if (Refusal.Together(refusals) is { } refused)
        {
            return refused;
        }

        await RecordAsync(request, state, contentType!, cancellationToken);
        return Done.It;
    }

    private async Task RecordAsync(RecordDeed request, SigningState state, string contentType, CancellationToken cancellationToken)
    {
        var day = request.Date!.Value;
        var form = state.Network.Form ?? SignatureForm.NotarialDeed;
        var extension = contentType == "application/pdf" ? "pdf" : "p7m";
        var stored = new StoredFile(FileId.New(clock), request.File!.Bytes.Sha256, request.File.Bytes.SizeBytes, $"{state.Case.Reference}-atto.{extension}", contentType, clock.GetUtcNow())
        {
            CaseId = state.Case.Id,
        };
        db.Add(stored);
        db.Add(new Deed(state.Case.Id, form, day, state.Text.Id)
        {
            NotaryName = request.Notary,
            Repertorio = request.Repertorio,
            Collection = request.Collection,
            File = stored.Id,
            TextConfirmedBy = actor.Officer,
        });
        state.Case.DeedOn = day;
        history.Record(state.Case, "signing.deed-recorded", day, new Dictionary<string, string>
        {
            ["date"] = day.ToString("O", CultureInfo.InvariantCulture),
            ["form"] = form.ToString(),
            ["repertorio"] = request.Repertorio!,
            ["sha256"] = stored.Sha256,
        }, request.Notary);
        await engine.CompleteAsync(state.Case, SigningSteps.RecordDeed, null, "recorded", cancellationToken);
    }

    private static IEnumerable<Refusal> Refuse(RecordDeed request, SigningState state, DateOnly today, string? contentType)
    {
        var day = request.Date!.Value;
        if (day > today)
        {
            yield return SigningRefusals.DateInFuture(day);
        }
        else if (day < state.ApprovedOn)
        {
            yield return SigningRefusals.BeforeApproval(day, state.ApprovedOn);
        }

        if (contentType is null)
        {
            yield return SigningRefusals.DeedFileKind;
        }

        foreach (var obstacle in state.FilingObstacles(today))
        {
            yield return obstacle;
        }
    }

    // A notary gives the deed as PDF, or as the .p7m that he signed; what is in it the officer has read, not we.
    private static string? ContentTypeOf(byte[] bytes, string name) =>
        bytes.AsSpan().StartsWith("%PDF-"u8) ? "application/pdf"
        : bytes is [0x30, ..] && name.EndsWith(".p7m", StringComparison.OrdinalIgnoreCase) ? "application/pkcs7-mime"
        : null;
}
