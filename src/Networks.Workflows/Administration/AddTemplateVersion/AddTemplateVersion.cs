using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Administration;
using Networks.Data.Files;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Documents;

namespace Networks.Workflows.Administration.AddTemplateVersion;

/// <summary>
/// A new version of a template, checked and filled with the example before it is kept. It is not used yet: that is an act
/// of its own.
/// </summary>
[Access(Right.SettingsManage)]
public sealed record AddTemplateVersion(string Folder, StoredBytes? File, string? Note) : ICommand<AddedTemplate>, IChecked
{
    private const int _longest = 2000;

    public Guid OperationId { get; init; }

    public IEnumerable<Refusal> Faults()
    {
        if (File is null)
        {
            yield return AdministrationRefusals.TemplateFile;
        }

        if (Note?.Length > _longest)
        {
            yield return new Refusal(RefusalKind.Invalid, "administration.note-long", _longest) { Field = "note" };
        }
    }
}

/// <param name="Template">As in <see cref="TemplateName"/>.</param>
public sealed record AddedTemplate(string Template, int Number);

internal sealed class AddTemplateVersionHandler(NetworksDbContext db, IActor actor, TemplateLibrary library, IFileStore files, Journal journal, TimeProvider clock)
    : IRequestHandler<AddTemplateVersion, Result<AddedTemplate>>
{
    public async Task<Result<AddedTemplate>> Handle(AddTemplateVersion request, CancellationToken cancellationToken)
    {
        if (await db.GroundAsync(actor, cancellationToken) is not { } ground || !TemplateLibrary.Kinds.TryGetValue(request.Folder, out var fields))
        {
            return AdministrationRefusals.NotFound;
        }

        var programme = ground.Programme.Id;
        var gate = UploadGate.CheckWord(await files.ReadAsync(request.File!.Sha256, cancellationToken));
        if ((gate.Refusal ?? TemplateTrial.Refuse(gate.Value, fields)) is { } refusal)
        {
            return refusal with { Field = "file" };
        }

        var before = await db.TemplateVersions.Where(t => t.ProgrammeId == programme && t.Folder == request.Folder).ToListAsync(cancellationToken);
        var shipped = await library.ReadAsync(programme, request.Folder, TemplateLibrary.Shipped, cancellationToken);
        if (before.Find(t => t.Sha256 == request.File.Sha256) is { } same)
        {
            return AdministrationRefusals.TemplateSame(same.Number);
        }

        if (shipped?.Sha256 == request.File.Sha256)
        {
            return AdministrationRefusals.TemplateSame(TemplateLibrary.Shipped);
        }

        var now = clock.GetUtcNow();
        var number = before.Select(t => t.Number).Append(TemplateLibrary.Shipped).Max() + 1;
        var name = TemplateName.Of(request.Folder, number);
        var file = new StoredFile(FileId.New(clock), request.File.Sha256, request.File.SizeBytes, $"{name}.docx", WordFile.MediaType, now);
        db.Add(file);
        db.Add(new TemplateVersion(Ids.New(clock), programme, request.Folder, number, file.Id, request.File.Sha256, now)
        {
            Note = request.Note ?? "",
            UploadedBy = actor.Officer,
            TriedAt = now,
        });
        journal.Tell("template", name);
        journal.Tell("sha256", request.File.Sha256[..16]);
        return new AddedTemplate(name, number);
    }
}
