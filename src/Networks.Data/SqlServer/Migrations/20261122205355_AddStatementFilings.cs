using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Networks.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class AddStatementFilings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "MinimumFirms",
                table: "FundingCalls",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "MinimumInProvinces",
                table: "FundingCalls",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Provinces",
                table: "FundingCalls",
                type: "nvarchar(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "DutyId",
                table: "Filings",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Filings_DutyId",
                table: "Filings",
                column: "DutyId");

            migrationBuilder.AddForeignKey(
                name: "FK_Filings_Duties_DutyId",
                table: "Filings",
                column: "DutyId",
                principalTable: "Duties",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Filings_Duties_DutyId",
                table: "Filings");

            migrationBuilder.DropIndex(
                name: "IX_Filings_DutyId",
                table: "Filings");

            migrationBuilder.DropColumn(
                name: "MinimumFirms",
                table: "FundingCalls");

            migrationBuilder.DropColumn(
                name: "MinimumInProvinces",
                table: "FundingCalls");

            migrationBuilder.DropColumn(
                name: "Provinces",
                table: "FundingCalls");

            migrationBuilder.DropColumn(
                name: "DutyId",
                table: "Filings");
        }
    }
}
