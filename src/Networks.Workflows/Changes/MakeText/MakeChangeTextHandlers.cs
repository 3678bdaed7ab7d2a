using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Changes;
using Networks.Data.Files;
using Networks.Data.Work;
using Networks.Workflows.Common;
using Networks.Workflows.Documents;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Changes.MakeText;

internal sealed class MakeChangeTextHandler(NetworksDbContext db, TemplateLibrary templates, IFileStore files, IPdfConverter converter, BusinessCalendar calendar)
    : IRequestHandler<MakeChangeText, Result<ChangeText>>
{
    public async Task<Result<ChangeText>> Handle(MakeChangeText request, CancellationToken cancellationToken)
    {
        var change = await db.NetworkChanges.AsNoTracking().FirstOrDefaultAsync(c => c.Id == request.Change && c.CaseId == request.CaseId, cancellationToken);
        if (change is null)
        {
            return ChangeRefusals.NotFound;
        }

        var awaited = await db.WorkItems.AnyAsync(
            i => i.CaseId == request.CaseId && i.SubjectId == change.Id && i.Status == WorkItemStatus.Open && i.Path.EndsWith("/" + ChangeSteps.RecordDocument), cancellationToken);
        if (!awaited)
        {
            return ChangeRefusals.NotOpen;
        }

        var word = await FillAsync(change, cancellationToken);
        if (word.Refusal is { } unfilled)
        {
            return unfilled;
        }

        // Nothing more is read, and the word processor takes its time.
        await db.EndMomentAsync();
        var pdf = await converter.ToPdfAsync(word.Value, cancellationToken);
        if (pdf.Refusal is { } unmade)
        {
            return unmade;
        }

        var kept = await files.PutAsync(new MemoryStream(word.Value.Bytes.ToArray()), UploadLimits.Default.FileBytes, cancellationToken);
        var frozen = await files.PutAsync(new MemoryStream(pdf.Value), UploadLimits.Default.FileBytes, cancellationToken);
        return (kept.Refusal ?? frozen.Refusal) is { } unstored ? unstored : new ChangeText(kept.Value, frozen.Value);
    }

    /// <summary>In the language of the contract, whoever asks for it.</summary>
    private async Task<Result<WordFile>> FillAsync(NetworkChange change, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == change.CaseId, cancellationToken);
        if (await templates.CurrentAsync(@case.ProgrammeId, ChangeTextValues.TemplateOf(change.Kind), cancellationToken) is not { } current)
        {
            return ChangeRefusals.NoTemplate;
        }

        var template = UploadGate.CheckWord(current.Bytes);
        if (template.Refusal is { } broken)
        {
            return broken;
        }

        var reader = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("it");
            var values = await ChangeTextValues.LoadAsync(db, @case, change, calendar.Today(), cancellationToken);
            CultureInfo.CurrentUICulture = reader;
            return WordTemplate.Fill(template.Value, values);
        }
        finally
        {
            CultureInfo.CurrentUICulture = reader;
        }
    }
}

internal sealed class FreezeChangeTextHandler(NetworksDbContext db, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar, TimeProvider clock)
    : IRequestHandler<FreezeChangeText, Result<Done>>
{
    public async Task<Result<Done>> Handle(FreezeChangeText request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var change = await db.NetworkChanges.FirstOrDefaultAsync(c => c.Id == request.Change && c.CaseId == request.CaseId, cancellationToken);
        if (change is null)
        {
            return ChangeRefusals.NotFound;
        }

        if ((await engine.OpenTasksAsync(@case, ChangeSteps.RecordDocument, change.Id, cancellationToken)).Count == 0)
        {
            return ChangeRefusals.NotOpen;
        }

        var name = $"{@case.Reference}-{change.Kind.ToString().ToLowerInvariant()}";
        var word = Keep(@case, request.Word, $"{name}.docx", WordFile.MediaType);
        var pdf = Keep(@case, request.Pdf, $"{name}.pdf", "application/pdf");
        change.Freeze(word.Id, pdf.Id, pdf.Sha256);
        ChangeHistory.Record(history, @case, change, "changes.text-made", calendar.Today(), await ChangeHistory.NameAsync(db, change, cancellationToken));
        return Done.It;
    }

    private StoredFile Keep(Case @case, StoredBytes bytes, string name, string type)
    {
        var file = new StoredFile(FileId.New(clock), bytes.Sha256, bytes.SizeBytes, name, type, clock.GetUtcNow()) { CaseId = @case.Id };
        db.Add(file);
        return file;
    }
}
