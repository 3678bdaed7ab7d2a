using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Administration;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Documents;

namespace Networks.Workflows.Administration.MakeTemplateValid;

/// <summary>
/// From now on new documents are made from this version, which may be an earlier one. What exists already keeps the
/// version it was made from.
/// </summary>
/// <param name="Template">As in <see cref="TemplateName"/>.</param>
/// <param name="Read">The person says that they have read the example.</param>
[Access(Right.SettingsManage)]
public sealed record MakeTemplateValid(string Template, bool Read) : ICommand<Done>, IChecked
{
    public Guid OperationId { get; init; }

    public IEnumerable<Refusal> Faults() => Read ? [] : [AdministrationRefusals.TemplateUnread];
}

internal sealed class MakeTemplateValidHandler(NetworksDbContext db, IActor actor, TemplateLibrary library, Journal journal, TimeProvider clock)
    : IRequestHandler<MakeTemplateValid, Result<Done>>
{
    public async Task<Result<Done>> Handle(MakeTemplateValid request, CancellationToken cancellationToken)
    {
        if (TemplateName.Read(request.Template) is not var (folder, number) || await db.GroundAsync(actor, cancellationToken) is not { } ground
            || await library.ReadAsync(ground.Programme.Id, folder, number, cancellationToken) is not { } file)
        {
            return AdministrationRefusals.NotFound;
        }

        var programme = ground.Programme.Id;
        var current = await library.CurrentAsync(programme, folder, cancellationToken);
        if (current?.Path == file.Path)
        {
            return AdministrationRefusals.TemplateAlready;
        }

        var version = await db.TemplateVersions.FirstOrDefaultAsync(t => t.ProgrammeId == programme && t.Folder == folder && t.Number == number, cancellationToken);
        if (version is null)
        {
            // The shipped one has a row only once it was chosen again.
            version = new TemplateVersion(Ids.New(clock), programme, folder, number, null, file.Sha256, clock.GetUtcNow()) { TriedAt = clock.GetUtcNow() };
            db.Add(version);
        }

        version.MakeValid(clock.GetUtcNow(), actor.Officer);
        journal.Tell("template", request.Template);
        journal.Tell("before", current?.Path);
        return Done.It;
    }
}
