using MediatR;
using Networks.Data.Officers;
using Networks.Workflows.Common;

namespace Networks.Workflows.Tests.Support;

public sealed partial class Given
{
    /// <summary>The administrator of an officer's association.</summary>
    public static Actor AdministratorOf(Officer officer)
    {
        ArgumentNullException.ThrowIfNull(officer);
        return Actor.Person(officer.Id, officer.AssociationId, OfficerRoles.Administrator);
    }

    /// <summary>Sends as the administrator of Lecco and expects that it is done.</summary>
    public async Task<T> AdministeredAsync<T>(IRequest<Result<T>> request)
    {
        var answer = await SendAsAsync(AdministratorOf(Lecco), request);
        Assert.True(answer.Ok, answer.Refusal?.Code);
        return answer.Value;
    }
}
