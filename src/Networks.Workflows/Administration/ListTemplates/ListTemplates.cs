using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Documents;

namespace Networks.Workflows.Administration.ListTemplates;

/// <summary>The Word templates that the person's programme works with, every kind with its versions, the newest first.</summary>
[Access(Right.SettingsManage)]
public sealed record ListTemplates : IQuery<IReadOnlyList<TemplateKind>>;

/// <param name="Folder">Stored word of the kind of document.</param>
public sealed record TemplateKind(string Folder, IReadOnlyList<TemplateRow> Versions)
{
    public TemplateRow Current => Versions.Single(v => v.IsCurrent);
}

/// <param name="Name">In addresses.</param>
/// <param name="UploadedAt">Null for the one that comes with the service.</param>
/// <param name="ValidFrom">When it last became the one in use; null while it never was.</param>
/// <param name="Unused">Fields, conditions and lists of this kind of document that it does not use.</param>
public sealed record TemplateRow(
    string Name, int Number, string Sha256, bool IsCurrent, DateTimeOffset? UploadedAt, string? UploadedBy, string Note,
    DateTimeOffset? ValidFrom, string? ValidBy, IReadOnlyList<string> Unused);

internal sealed class ListTemplatesHandler(NetworksDbContext db, IActor actor, TemplateLibrary library) : IRequestHandler<ListTemplates, Result<IReadOnlyList<TemplateKind>>>
{
    public async Task<Result<IReadOnlyList<TemplateKind>>> Handle(ListTemplates request, CancellationToken cancellationToken)
    {
        if (await db.GroundAsync(actor, cancellationToken) is not { } ground)
        {
            return AdministrationRefusals.NotFound;
        }

        var programme = ground.Programme.Id;
        var own = await (
            from t in db.TemplateVersions.AsNoTracking()
            where t.ProgrammeId == programme
            orderby t.Number
            select new
            {
                Version = t,
                Uploader = db.Officers.Where(o => o.Id == t.UploadedBy).Select(o => o.FullName).FirstOrDefault(),
                Valid = db.Officers.Where(o => o.Id == t.ValidBy).Select(o => o.FullName).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
        var kinds = new List<TemplateKind>();
        foreach (var (folder, fields) in TemplateLibrary.Kinds.OrderByDescending(k => k.Key == NetworkContractFields.Folder).ThenBy(k => k.Key, StringComparer.Ordinal))
        {
            var mine = own.Where(t => t.Version.Folder == folder).ToList();
            var current = mine.Where(t => t.Version.ValidFrom is not null).OrderByDescending(t => t.Version.ValidFrom).ThenByDescending(t => t.Version.Number)
                .FirstOrDefault()?.Version.Number ?? TemplateLibrary.Shipped;
            var rows = new List<TemplateRow>();
            foreach (var number in mine.Select(t => t.Version.Number).Append(TemplateLibrary.Shipped).Distinct().OrderDescending())
            {
                var row = mine.Find(t => t.Version.Number == number);
                if (await library.ReadAsync(programme, folder, number, cancellationToken) is { } file)
                {
                    rows.Add(new TemplateRow(
                        TemplateName.Of(folder, number), number, file.Sha256, number == current, row?.Version.UploadedBy is null ? null : row.Version.UploadedAt, row?.Uploader,
                        row?.Version.Note ?? "", row?.Version.ValidFrom, row?.Valid, TemplateTrial.Unused(new WordFile(file.Bytes), fields)));
                }
            }

            if (rows.Count > 0)
            {
                kinds.Add(new TemplateKind(folder, rows));
            }
        }

        return kinds;
    }
}
