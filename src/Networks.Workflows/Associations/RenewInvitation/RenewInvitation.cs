using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Associations.RenewInvitation;

/// <summary>
/// Mails a new link to set the password; the person's sessions and older links end. Refuses a person who is disabled.
/// </summary>
/// <param name="ForgetsPhone">
/// Also takes the second factor and the recovery codes away: for a lost phone. The next sign-in connects a new one.
/// </param>
[Access(Right.PeopleManage)]
public sealed record RenewInvitation(Guid OperationId, OfficerId Officer, bool ForgetsPhone) : ICommand<Done>;
