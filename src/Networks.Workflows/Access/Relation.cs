namespace Networks.Workflows.Access;

/// <summary>What a person is to a case: the columns of the access matrix. Derived per request, never stored.</summary>
public enum Relation
{
    /// <summary>Nobody is signed in and no link was shown.</summary>
    Anonymous,

    /// <summary>An officer of the desk that leads the case.</summary>
    OwnerDesk,

    /// <summary>An officer of a desk that has a firm in the case.</summary>
    CoDesk,

    /// <summary>An officer of a desk whose firm was named and not confirmed yet.</summary>
    InvitedDesk,

    /// <summary>An officer of a desk that has nothing to do with the case; also any desk where no case is asked for.</summary>
    OtherDesk,

    /// <summary>The lead association's monitor.</summary>
    Lead,

    /// <summary>A firm by its link, in its own case.</summary>
    FirmInCase,

    /// <summary>A firm by its link, in another case.</summary>
    FirmElsewhere,

    /// <summary>Provider or expert.</summary>
    Expert,

    /// <summary>Reads history and evidence.</summary>
    Auditor,

    /// <summary>Runs the service, without case content.</summary>
    Administrator,

    /// <summary>The service itself: timers, jobs, seeding.</summary>
    Service,
}
