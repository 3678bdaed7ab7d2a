using MediatR;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Documents;

namespace Networks.Workflows.Administration.OpenTemplate;

/// <summary>A version of a template as it was brought.</summary>
/// <param name="Template">As in <see cref="TemplateName"/>.</param>
[Access(Right.SettingsManage)]
public sealed record OpenTemplate(string Template) : IQuery<TemplateFile>;

/// <summary>A version of a template filled with an invented example.</summary>
[Access(Right.SettingsManage)]
public sealed record TryTemplate(string Template) : IQuery<TemplateFile>;

/// <param name="Name">File name.</param>
public sealed record TemplateFile(string Name, byte[] Bytes);

internal sealed class OpenTemplateHandler(NetworksDbContext db, IActor actor, TemplateLibrary library) : IRequestHandler<OpenTemplate, Result<TemplateFile>>
{
    public async Task<Result<TemplateFile>> Handle(OpenTemplate request, CancellationToken cancellationToken) =>
        await TemplateFiles.ReadAsync(db, actor, library, request.Template, cancellationToken) is { } found
            ? new TemplateFile($"{request.Template}.docx", found.Bytes)
            : AdministrationRefusals.NotFound;
}

internal sealed class TryTemplateHandler(NetworksDbContext db, IActor actor, TemplateLibrary library) : IRequestHandler<TryTemplate, Result<TemplateFile>>
{
    public async Task<Result<TemplateFile>> Handle(TryTemplate request, CancellationToken cancellationToken)
    {
        if (await TemplateFiles.ReadAsync(db, actor, library, request.Template, cancellationToken) is not { } found)
        {
            return AdministrationRefusals.NotFound;
        }

        var filled = TemplateTrial.Fill(new WordFile(found.Bytes), TemplateLibrary.Kinds[TemplateName.Read(request.Template)!.Value.Folder]);
        return filled.Refusal is { } refusal ? refusal : new TemplateFile($"{request.Template}-{Words.Say("administration.example")}.docx", filled.Value.Bytes.ToArray());
    }
}

internal static class TemplateFiles
{
    public static async Task<TemplateInUse?> ReadAsync(NetworksDbContext db, IActor actor, TemplateLibrary library, string name, CancellationToken cancellationToken) =>
        TemplateName.Read(name) is var (folder, number) && await db.GroundAsync(actor, cancellationToken) is { } ground
            ? await library.ReadAsync(ground.Programme.Id, folder, number, cancellationToken)
            : null;
}
