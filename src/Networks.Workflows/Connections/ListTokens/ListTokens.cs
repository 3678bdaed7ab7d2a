using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Connections;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Connections.ListTokens;

/// <summary>The tokens of the administrator's programme, those that work first, and the people for whom one can be made.</summary>
[Access(Right.PeopleManage)]
public sealed record ListTokens : IQuery<TokenList>;

public sealed record TokenList(IReadOnlyList<TokenRow> Rows, IReadOnlyList<TokenPerson> People, DateOnly Today);

public sealed record TokenPerson(OfficerId Id, string Name, string Desk);

public enum TokenState
{
    Works,

    /// <summary>The person has not taken the secret yet.</summary>
    Waits,
    Over,
    Revoked,
}

public sealed record TokenRow(Guid Id, string Name, string Person, string Desk, ApiScopes Scopes, DateOnly LastDay, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt, TokenState State);

internal sealed class ListTokensHandler(NetworksDbContext db, IActor actor, BusinessCalendar calendar) : IRequestHandler<ListTokens, Result<TokenList>>
{
    public async Task<Result<TokenList>> Handle(ListTokens request, CancellationToken cancellationToken)
    {
        var today = calendar.Today();
        var rows = await (
            from t in db.ApiTokens.AsNoTracking()
            join o in db.Officers on t.OfficerId equals o.Id
            join a in db.ProgrammeAssociations(actor) on t.AssociationId equals a.Id
            orderby t.CreatedAt descending
            select new TokenRow(t.Id, t.Name, o.FullName, a.DeskName, t.Scopes, t.LastDay, t.CreatedAt, t.LastUsedAt,
                t.RevokedAt != null ? TokenState.Revoked : t.LastDay < today ? TokenState.Over : t.TakenAt == null ? TokenState.Waits : TokenState.Works)).ToListAsync(cancellationToken);
        var people = await (
            from o in db.ProgrammeOfficers(actor)
            where !o.IsDisabled
            join a in db.Associations on o.AssociationId equals a.Id
            orderby a.DeskName, o.FullName
            select new TokenPerson(o.Id, o.FullName, a.DeskName)).ToListAsync(cancellationToken);
        return new TokenList([.. rows.OrderBy(r => r.State)], people, today);
    }
}
