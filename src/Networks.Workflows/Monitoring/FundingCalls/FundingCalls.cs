using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Officers;
using Networks.Data.Programmes;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Monitoring.FundingCalls;

/// <summary>The calls for funds of the programme that are not over, the nearest first.</summary>
[Access(Right.RegionRead)]
public sealed record ListCalls : IQuery<CallList>;

/// <param name="MayChange">The person acts for the lead.</param>
public sealed record CallList(string Programme, DateOnly Today, IReadOnlyList<CallRow> Calls, bool MayChange);

/// <param name="Days">Until its last day; 0 on that day.</param>
/// <param name="NeedsEffect">Only networks in effect may apply.</param>
/// <param name="MinimumFirms">Null where the call says nothing.</param>
/// <param name="Provinces">Signs of the provinces of which firms must be; null for anywhere.</param>
/// <param name="MinimumInProvinces">Fewest firms of those; null for one.</param>
public sealed record CallRow(
    Guid Id, string Title, string Funder, DateOnly ClosesOn, int Days, bool NeedsEffect, int? MinimumFirms, string? Provinces, int? MinimumInProvinces);

/// <summary>Puts a call with its last day on the picture. Refused: a day that is past.</summary>
[Access(Right.RegionAct)]
public sealed record AddCall(string? Title, string? Funder, DateOnly? ClosesOn, bool NeedsEffect) : ICommand<Guid>, IChecked
{
    private const int _name = 400;

    /// <summary>Fewest firms of a network that may apply; null where the call says nothing.</summary>
    public int? MinimumFirms { get; init; }

    /// <summary>Signs of the provinces of which firms must be, with blanks or commas between them; null for anywhere.</summary>
    public string? Provinces { get; init; }

    /// <summary>Fewest firms of those provinces; null for one.</summary>
    public int? MinimumInProvinces { get; init; }

    public Guid OperationId { get; init; }

    /// <summary>The signs one by one, in capitals.</summary>
    internal IReadOnlyList<string> Signs =>
        [.. (Provinces ?? "").ToUpperInvariant().Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];

    public IEnumerable<Refusal> Faults()
    {
        if (Signs.FirstOrDefault(s => s.Length != 2) is { } odd)
        {
            yield return new Refusal(RefusalKind.Invalid, "monitoring.call-province", odd) { Field = "provinces" };
        }

        foreach (var (number, field) in new[] { (MinimumFirms, "minimum-firms"), (MinimumInProvinces, "minimum-in-provinces") })
        {
            if (number is < 1 or > 999)
            {
                yield return new Refusal(RefusalKind.Invalid, "monitoring.call-number") { Field = field };
            }
        }

        foreach (var (text, field) in new[] { (Title, "title"), (Funder, "funder") })
        {
            if (string.IsNullOrWhiteSpace(text) || text.Length > _name)
            {
                yield return new Refusal(RefusalKind.Invalid, "monitoring.call-text", _name) { Field = field };
            }
        }

        if (ClosesOn is null)
        {
            yield return new Refusal(RefusalKind.Invalid, "monitoring.call-day") { Field = "closes-on" };
        }
    }
}

/// <summary>Takes a call off the picture. Doing it twice does no harm.</summary>
[Access(Right.RegionAct)]
public sealed record WithdrawCall(Guid Call) : ICommand<Done>
{
    public Guid OperationId { get; init; }
}

/// <summary>The calls of the actor's programme.</summary>
internal sealed class ProgrammeCalls(NetworksDbContext db, IActor actor, BusinessCalendar calendar)
{
    public Task<Programme> ProgrammeAsync(CancellationToken cancellationToken) =>
        db.Programmes.SingleAsync(p => db.Associations.Any(a => a.Id == actor.Association && a.ProgrammeId == p.Id), cancellationToken);

    public async Task<IReadOnlyList<CallRow>> OpenAsync(ProgrammeId programme, CancellationToken cancellationToken)
    {
        var today = calendar.Today();
        var calls = await db.FundingCalls.AsNoTracking().Where(c => c.ProgrammeId == programme && c.WithdrawnAt == null && c.ClosesOn >= today)
            .OrderBy(c => c.ClosesOn).ThenBy(c => c.Id).ToListAsync(cancellationToken);
        return [.. calls.Select(c => new CallRow(c.Id, c.Title, c.Funder, c.ClosesOn, c.ClosesOn.DayNumber - today.DayNumber, c.NeedsEffect, c.MinimumFirms, c.Provinces, c.MinimumInProvinces))];
    }
}

internal sealed class ListCallsHandler(ProgrammeCalls calls, IActor actor, BusinessCalendar calendar) : IRequestHandler<ListCalls, Result<CallList>>
{
    public async Task<Result<CallList>> Handle(ListCalls request, CancellationToken cancellationToken)
    {
        var programme = await calls.ProgrammeAsync(cancellationToken);
        return new CallList(programme.Name, calendar.Today(), await calls.OpenAsync(programme.Id, cancellationToken), actor.Roles.HasFlag(OfficerRoles.Lead));
    }
}

internal sealed class AddCallHandler(NetworksDbContext db, ProgrammeCalls calls, BusinessCalendar calendar, TimeProvider clock) : IRequestHandler<AddCall, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AddCall request, CancellationToken cancellationToken)
    {
        if (request.ClosesOn < calendar.Today())
        {
            return new Refusal(RefusalKind.Invalid, "monitoring.call-past", request.ClosesOn.Value) { Field = "closes-on" };
        }

        var programme = await calls.ProgrammeAsync(cancellationToken);
        var call = new FundingCall(Ids.New(clock), programme.Id, request.Title!.Trim(), request.Funder!.Trim(), request.ClosesOn!.Value)
        {
            NeedsEffect = request.NeedsEffect,
            MinimumFirms = request.MinimumFirms,
            Provinces = request.Signs.Count > 0 ? string.Join(' ', request.Signs) : null,
            MinimumInProvinces = request.Signs.Count > 0 ? request.MinimumInProvinces : null,
        };
        db.Add(call);
        return call.Id;
    }
}

internal sealed class WithdrawCallHandler(NetworksDbContext db, ProgrammeCalls calls, TimeProvider clock) : IRequestHandler<WithdrawCall, Result<Done>>
{
    public async Task<Result<Done>> Handle(WithdrawCall request, CancellationToken cancellationToken)
    {
        var programme = await calls.ProgrammeAsync(cancellationToken);
        if (await db.FundingCalls.FirstOrDefaultAsync(c => c.Id == request.Call && c.ProgrammeId == programme.Id, cancellationToken) is not { } call)
        {
            return new Refusal(RefusalKind.NotFound, "common.not-found");
        }

        call.WithdrawnAt ??= clock.GetUtcNow();
        return Done.It;
    }
}
