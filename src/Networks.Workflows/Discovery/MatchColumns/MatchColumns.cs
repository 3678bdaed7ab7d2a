using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Imports;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.Imports;
using Networks.Workflows.Discovery.Register;

namespace Networks.Workflows.Discovery.MatchColumns;

/// <summary>
/// Says what the columns of a file hold and has every row looked at; nothing is written by that. May be done again as long
/// as nothing is imported. Refused: no column with the number of the firm, one field in two columns, consents without how.
/// </summary>
/// <param name="Columns">A field's word for each column of the file, empty for one to leave out.</param>
[Access(Right.DeskWork)]
public sealed record MatchColumns(Guid Import, IReadOnlyList<string> Columns, string? ConsentHow) : ICommand<Done>
{
    public Guid OperationId { get; init; }
}

internal sealed class MatchColumnsHandler(NetworksDbContext db, IActor actor) : IRequestHandler<MatchColumns, Result<Done>>
{
    private static readonly string[] _numbers = ["tax-code", "vat-number", "eu-vat"];

    public async Task<Result<Done>> Handle(MatchColumns request, CancellationToken cancellationToken)
    {
        if (await db.FirmImports.OwnAsync(request.Import, actor, cancellationToken) is not { } import)
        {
            return DiscoveryRefusals.NotFound;
        }

        if (import.Status is not (ImportStatus.Uploaded or ImportStatus.Checked))
        {
            return new Refusal(RefusalKind.Conflict, "discovery.import-moved-on");
        }

        List<string> columns = [.. request.Columns.Take(ColumnGuess.MostColumns).Select(c => RegisterFields.Names.Contains(c) ? c : "")];
        if (!columns.Exists(_numbers.Contains))
        {
            return new Refusal(RefusalKind.Invalid, "discovery.column-number-missing") { Field = "column-0" };
        }

        if (columns.Where(c => c.Length > 0).GroupBy(c => c).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            return new Refusal(RefusalKind.Invalid, "discovery.column-twice", Words.Say($"discovery.field-{twice.Key}")) { Field = $"column-{columns.LastIndexOf(twice.Key)}" };
        }

        if (request.ConsentHow is null && columns.Exists(c => c.StartsWith("allows-", StringComparison.Ordinal)))
        {
            return DiscoveryRefusals.HowMissing;
        }

        await db.ImportFaults.Where(f => f.ImportId == import.Id).ExecuteDeleteAsync(cancellationToken);
        import.Columns = columns;
        import.ConsentHow = request.ConsentHow;
        import.Begin(ImportStatus.Checking);
        import.Fence++;
        return Done.It;
    }
}
