using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Networks.Data;
using Networks.Data.Officers;
using Networks.Web.Shell;

namespace Networks.Web.Infrastructure.Accounts;

/// <summary>What a session knows of its officer. It is made again every half minute, so a change of role holds soon.</summary>
internal sealed class OfficerClaims(UserManager<Account> accounts, IOptions<IdentityOptions> options, NetworksDbContext db)
    : UserClaimsPrincipalFactory<Account>(accounts, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        var id = new OfficerId(user.Id);
        var officer = await db.Officers.AsNoTracking().Where(o => o.Id == id)
            .Join(db.Associations, o => o.AssociationId, a => a.Id, (o, a) => new { o.FullName, o.Roles, o.AssociationId, o.LettersOff, a.DeskName })
            .SingleAsync();
        identity.AddClaim(new Claim(Viewer.NameClaim, officer.FullName));
        identity.AddClaim(new Claim(Viewer.DeskClaim, officer.DeskName));
        identity.AddClaim(new Claim(Viewer.AssociationClaim, officer.AssociationId.Value.ToString()));
        if (officer.LettersOff)
        {
            identity.AddClaim(new Claim(Viewer.LettersOffClaim, "yes"));
        }

        foreach (var role in Enum.GetValues<OfficerRoles>().Where(r => r != OfficerRoles.None && officer.Roles.HasFlag(r)))
        {
            identity.AddClaim(new Claim(Viewer.RoleClaim, role.ToString()));
        }

        return identity;
    }
}

/// <summary>Only officers that nobody disabled can sign in.</summary>
internal sealed class ActiveOfficer(NetworksDbContext db) : IUserConfirmation<Account>
{
    public Task<bool> IsConfirmedAsync(UserManager<Account> manager, Account user)
    {
        var id = new OfficerId(user.Id);
        return db.Officers.AnyAsync(o => o.Id == id && !o.IsDisabled);
    }
}
